import { deadlineOf, PROCESSES, type Process, stateOf } from "@amana/core/escrow";
import { describe, expect, test } from "vitest";
import type { DeadlineKind, OrderKind, Outlook } from "../../api/types.ts";
import ar from "../../i18n/ar.json";
import en from "../../i18n/en.json";
import { situationOf } from "../../ui/situation.ts";
import { wordKeys } from "../../ui/words.ts";

const KINDS: Record<string, OrderKind> = {
  ...{ shipped_goods: "physical", digital_goods: "digital", service: "service", milestone: "milestone" },
};
const ROLES = ["buyer", "seller", "staff"] as const;
const LANGUAGES = { en, ar };

function textAt(texts: unknown, key: string): string | undefined {
  let node = texts;
  for (const part of key.split("."))
    node = typeof node === "object" && node !== null ? Object.getOwnPropertyDescriptor(node, part)?.value : undefined;
  return typeof node === "string" ? node : undefined;
}

const firstOf = (texts: unknown, keys: readonly string[]): string =>
  keys.map((key) => textAt(texts, key)).find((text) => text !== undefined) ?? `MISSING ${keys.join(" ")}`;

function effectOf(process: Process, state: string): NonNullable<Outlook["next"]>["effect"] {
  const money = deadlineOf(process, state)?.money;
  if (money === "release" || money === "settle") return money;
  if (money) return "refund";
  return state.endsWith("payment_pending") ? "cancel" : "move_on";
}

/** Every sentence of the order's page about a state, for a role. */
function sentences(texts: unknown, process: Process, state: string, role: (typeof ROLES)[number]) {
  const kind = KINDS[process.name] ?? "physical";
  const { status, waitsFor } = stateOf(process, state);
  const deadline: DeadlineKind | null = deadlineOf(process, state)?.kind ?? null;
  const turn = waitsFor === "respondent" ? "seller" : waitsFor;
  const situation = situationOf({ status, deadline, turn, settled: state === "settled" });
  const mine = situation === "answer" && turn === role ? "answer_you" : situation;
  const keys = (...paths: string[]) => wordKeys(kind, ...paths);
  return [
    firstOf(texts, keys(`status.${role}.${situationOf({ status, deadline })}`, `status.${role}.${status}`)),
    firstOf(texts, keys(`headline.${role}.${mine}`, `headline.${role}.${status}`)),
    ...(deadline
      ? [
          firstOf(texts, keys(`outlook.byItself.${deadline}.${effectOf(process, state)}.${role}`)),
          firstOf(texts, keys(`deadline.${deadline}`)),
        ]
      : []),
  ];
}

const EVERYWHERE = PROCESSES.flatMap((process) =>
  Object.keys(process.states).map((state) => ({ process, name: process.name, state })),
);

/** The words of parcels, which have no place where nothing travels. */
const OF_PARCELS = {
  en: /parcel|courier|arriv|goods|\bship|\bsend\b|\bsent\b|packed|check it\b/i,
  ar: /شحن|بضاعة|طرد|تغليف|ترسل|يرسل|إرسال|تصل\b/,
};

describe.each(Object.entries(LANGUAGES))("in %s", (lang, texts) => {
  test.each(EVERYWHERE)("$name, $state has words for everybody", ({ process, state }) => {
    for (const role of ROLES)
      expect(sentences(texts, process, state, role).filter((text) => text.startsWith("MISSING"))).toEqual([]);
  });

  test.each(EVERYWHERE.filter(({ name }) => name !== "shipped_goods"))(
    "$name, $state does not speak of parcels",
    ({ process, state }) => {
      const parcels = lang === "ar" ? OF_PARCELS.ar : OF_PARCELS.en;
      for (const role of ROLES)
        expect(sentences(texts, process, state, role).filter((text) => parcels.test(text))).toEqual([]);
    },
  );

  test("nothing is said to go on by itself without saying how", () => {
    const all = JSON.stringify(texts);
    expect(all).not.toMatch(/next step by itself|خطوته التالية/);
  });
});
