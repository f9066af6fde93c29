import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGround } from "../../../tests/digital/ground.ts";

test("an operator has all files looked at once more, and is told when nobody would", { timeout: 120_000 }, async () => {
  const ground = await createGround();
  const folder = mkdtempSync(join(tmpdir(), "amana-files-"));
  const amana = (scanner: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      "node",
      ["server/entrypoints/cli/index.ts", "files", "scan", ...args],
      {
        ...{ cwd: join(import.meta.dirname, "../../.."), encoding: "utf8" },
        env: {
          ...{ PATH: process.env.PATH ?? "", AMANA_VIRUS_SCANNER: scanner },
          ...{ DATABASE_URL: ground.database.appUrl, AMANA_DATA: folder },
        },
      },
    );
    return { status, said: stdout + stderr };
  };
  try {
    await ground.upload("buyer", "note.txt", "one", "message");
    const jobs = () => ground.database.owner.query("select from runtime.job where kind = 'files.scan'");
    expect(amana("none")).toEqual({ status: 2, said: "AMANA_VIRUS_SCANNER is none: there is nobody to look\n" });
    expect(await jobs()).toHaveLength(0);
    const said = amana("unix:/run/clamav/clamd.ctl");
    expect(said).toEqual({ status: 0, said: "1 files will be looked at by the application's worker\n" });
    expect(await jobs()).toHaveLength(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await ground.close();
  }
});
