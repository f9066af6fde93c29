import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commitmentTo } from "@amana/core/seal";
import { afterAll, expect, test } from "vitest";
import { sha256 } from "./ledger-crypto.ts";
import { readSealed } from "./ledger-sealed.ts";

const folder = mkdtempSync(join(tmpdir(), "amana-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ID = "0199aa00-c0de-7000-a000-000000000502";
const SALT = "11".repeat(32);
const TEXT = '{"network":"192.0.2.7","agent":null}';

/** A dump of one entry that commits to a text, with what stands beside it. */
function unreadableIn(kept: readonly string[]): readonly string[] {
  const entry = `1\t${ID}\t2026-03-02 09:00:00+00\tuser\t\\N\tx.done\ty\t\\N\t{}\t${commitmentTo(TEXT, SALT, sha256)}`;
  const file = join(folder, "dump.sql");
  writeFileSync(
    file,
    [
      ...[
        "COPY audit.entry (number, id, at, actor, actor_id, action, subject, reason, detail, origin) FROM stdin;",
        entry,
        "\\.",
      ],
      ...["COPY audit.kept (entry, what, person, salt, text) FROM stdin;", ...kept, "\\.", ""],
    ].join("\n"),
  );
  return readSealed([file]).unreadable;
}

const row = (text: string, what = "origin", salt = SALT): string => `${ID}\t${what}\t${ID}\t\\\\x${salt}\t${text}`;

test("a text beside an audit entry is what the entry commits to, or gone", () => {
  expect(unreadableIn([row(TEXT)])).toEqual([]);
  expect(unreadableIn([])).toEqual([]);
});

test.each([
  ["changed", row(TEXT.replace("192.0.2.7", "192.0.2.8"))],
  ["under another salt", row(TEXT, "origin", "22".repeat(32))],
  ["one that the entry never had", row(TEXT, "personal")],
])("case 117: a text that is %s is named", (_, kept) => {
  expect(unreadableIn([kept])).toHaveLength(1);
  expect(unreadableIn([kept])[0]).toContain(ID);
});
