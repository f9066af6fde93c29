import { describe, expect, test } from "vitest";
import { commandsOf, deadlineOf, digitalGoods, EXTEND, milestone, PROCESSES, service } from "../escrow/index.ts";
import { ar } from "./ar.ts";
import { en } from "./en.ts";
import {
  eventOf,
  groupOf,
  isWorded,
  NOTICE_LANGUAGES,
  newsBy,
  OTHER_EVENTS,
  pageOf,
  piecesOf,
  reminderKey,
  SLOTS,
  TRADE_NEWS,
  wordsOf,
} from "./index.ts";

const SIDES = ["buyer", "seller"] as const;
const steps = [...new Set(["place", "late", "files_opened", EXTEND, ...PROCESSES.flatMap(commandsOf)])].flatMap(
  (command) => SIDES.map((side) => `${command}.${side}`),
);
const trade = TRADE_NEWS.flatMap((news) => SIDES.flatMap((by) => SIDES.map((side) => `${newsBy(news, by)}.${side}`)));
const others = Object.entries(OTHER_EVENTS).flatMap(([event, told]) => told.map((side) => `${event}.${side}`));
/** Whoever's turn it is while a deadline runs is reminded of it. */
const reminders = PROCESSES.flatMap((process) =>
  Object.entries(process.states).flatMap(([state, { waitsFor }]) => {
    const deadline = deadlineOf(process, state);
    const turns = SIDES.filter((side) => waitsFor === side || waitsFor === "respondent");
    return deadline ? turns.map((side) => `remind_${deadline.kind}.${side}`) : [];
  }),
);

describe.each(NOTICE_LANGUAGES)("in %s", (language) => {
  test.each([...steps, ...trade, ...others, ...new Set(reminders)])("%s is said", (key) => {
    const [event = "", side = ""] = key.split(".");
    const wanted = `core/notices/${language}.ts says nothing of "${event}" to the ${side}: add { title, ${side} } there`;
    expect(isWorded(language, key), wanted).toBe(true);
  });
});

test("both languages say the same events to the same sides, and fill in the same values", () => {
  const form = (words: typeof en) =>
    Object.entries(words).map(([event, texts]) => [
      event,
      ...Object.entries(texts).map(([side, text]) => [side, ...(String(text).match(/\{\w+\}/g) ?? []).toSorted()]),
    ]);
  expect(form(ar)).toEqual(form(en));
  expect(Object.keys(en).length).toBeGreaterThan(40);
});

test("no word is empty, and nothing is asked for that a notice does not carry", () => {
  for (const words of [en, ar])
    for (const texts of Object.values(words))
      for (const text of Object.values<string>({ ...texts })) {
        expect(text.trim()).not.toBe("");
        const asked = [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(SLOTS).toEqual(expect.arrayContaining(asked));
      }
});

describe("what is said", () => {
  test("is each side's own, and tells of a deadline once", () => {
    expect(wordsOf("en", "payment_captured.seller")).toEqual({
      title: "Paid: the money is in escrow",
      text: "Paid: {amount} is in escrow. It is safe to deliver.",
      until: "Next deadline: {dueAt}.",
    });
    expect(wordsOf("ar", "remind_payment.buyer").until).toBeNull();
    expect(wordsOf("en", "bank_account_added").text).toContain("{newAccount}");
  });

  test.each(["sideways.buyer", "constructor.buyer", "place.toString", "", "place", "x.y"])(
    "of %j, which has no words, is that there is news",
    (key) => {
      for (const language of NOTICE_LANGUAGES) {
        const { title, text } = wordsOf(language, key);
        expect([title, isWorded(language, key)]).toEqual([wordsOf(language, "generic.buyer").title, false]);
        expect(text).not.toContain("{");
      }
    },
  );

  test("comes in pieces, words and values", () => {
    expect(piecesOf("Pay {amount} by {dueAt}.")).toEqual([
      { words: "Pay " },
      { slot: "amount" },
      { words: " by " },
      { slot: "dueAt" },
      { words: "." },
    ]);
    expect(piecesOf("{weather} {count}")).toEqual([{ words: "{weather}" }, { words: " " }, { slot: "count" }]);
  });
});

test("whoever did something is told so, and the other one by whom, in either language", () => {
  expect(wordsOf("en", newsBy("negotiation_offered", "seller").concat(".buyer")).text).toMatch(/^The seller has made/);
  expect(wordsOf("en", newsBy("negotiation_offered", "seller").concat(".seller")).text).toMatch(/^You have made/);
  expect(wordsOf("ar", newsBy("consent_refused", "buyer").concat(".seller")).text).toBe("رفض المشتري الاقتراح.");
});

test.each([
  ["digital", digitalGoods],
  ["service", service],
  ["milestone", milestone],
] as const)("nothing that is said of a %s deal speaks of parcels", (kind, process) => {
  const moves = ["place", EXTEND, ...commandsOf(process)].map((command) => eventOf(command, false, kind));
  const spans = Object.keys(process.states).flatMap((state) => deadlineOf(process, state) ?? []);
  const keys = SIDES.flatMap((side) => [
    ...moves.map((event) => `${event}.${side}`),
    ...spans.map((deadline) => reminderKey(deadline.kind, side)),
  ]);
  const said = (language: "en" | "ar") => keys.map((key) => Object.values(wordsOf(language, key)).join(" "));
  expect(said("en").filter((text) => /parcel|\bsen[dt]|courier|\bship/i.test(text))).toEqual([]);
  expect(said("ar").filter((text) => /شحن|طرد|رسل|رسال/.test(text))).toEqual([]);
});

test("work that is late is told as late, and not as money that comes back", () => {
  const told = [eventOf("lapse_delivery", true, "physical"), eventOf("lapse_delivery", false, "service")];
  expect(told).toEqual(["lapse_delivery", "late"]);
  expect(eventOf("accept", false, "service")).toBe("accept");
});

test("files that are paid for are told as such, and anything else as paid", () => {
  expect(eventOf("payment_captured", true, "digital")).toBe("files_opened");
  expect(eventOf("payment_captured", true, "service")).toBe("payment_captured");
  expect(eventOf("accept", false, "digital")).toBe("accept");
  expect(groupOf("files_opened.buyer")).toBe("payments");
});

test("each notice hangs on one switch and leads to one page", () => {
  const talked = { conversation: null, negotiation: null, agreement: null };
  const nothing = { order: null, ...talked, proposal: null, contract: null, listing: null };
  expect(["place.buyer", "payment_captured.seller", "messages_unread", "bank_account_added"].map(groupOf)).toEqual([
    "orders",
    "payments",
    "messages",
    "account",
  ]);
  expect(pageOf({ ...nothing, key: "place.buyer", order: "ord_1" })).toBe("/orders/ord_1");
  expect(pageOf({ ...nothing, key: "messages_unread", conversation: "cnv_1" })).toBe("/messages/cnv_1");
  expect(pageOf({ ...nothing, key: "bank_account_added" })).toBe("/selling/bank-account");
  expect(pageOf({ ...nothing, key: "proposal_made", proposal: "prop_1" })).toBe("/proposals/prop_1");
  expect(pageOf({ ...nothing, key: "contract_ended", contract: "ctr_1" })).toBe("/contracts/ctr_1");
  expect(pageOf({ ...nothing, key: "contract_ended" })).toBe("/notifications");
  const talk = { ...nothing, key: "negotiation_closed_by_buyer.seller" };
  expect(pageOf({ ...talk, negotiation: "neg_1" })).toBe("/negotiations/neg_1");
  expect(pageOf(talk)).toBe("/notifications");
  const agreed = { ...nothing, key: "agreement_amended_by_buyer.seller", order: "ord_1", agreement: "agr_1" };
  expect(pageOf(agreed)).toBe("/agreements/agr_1");
  expect(pageOf({ ...nothing, key: "listing_rejected", listing: "svc_1" })).toBe("/selling/listings/svc_1");
  expect(groupOf("listing_rejected")).toBe("orders");
  expect(pageOf({ ...nothing, key: "webhook_endpoint_gone" })).toBe("/account");
});

test("a reminder without words of its own says that a step is due", () => {
  expect(reminderKey("payment", "buyer")).toBe("remind_payment.buyer");
  expect(reminderKey("payment", "seller")).toBe("remind.seller");
  expect(reminderKey("weather", "buyer")).toBe("remind.buyer");
});
