import { DEFAULT_POLICY, type WindowName } from "@amana/core/escrow";
import { expect, test } from "vitest";
import ar from "./ar.json" with { type: "json" };
import en from "./en.json" with { type: "json" };

const HOUR_MS = 3_600_000;
const { windows } = DEFAULT_POLICY;
const hours = (name: WindowName): number => windows[name] / HOUR_MS;
const days = (name: WindowName): number => hours(name) / 24;

/** Sentences that say a time limit in figures, and the figures of the rules, in the order in which they are said. */
const SAID: readonly { readonly key: string; readonly limits: readonly number[] }[] = [
  { key: "home.when.text", limits: [hours("inspection")] },
  { key: "home.wrong.text", limits: [hours("dispatch"), days("delivery")] },
  { key: "checkout.promise.dispatch", limits: [hours("dispatch"), days("delivery")] },
  { key: "checkout.promise.check", limits: [hours("inspection")] },
  { key: "orders.teach.check", limits: [hours("inspection")] },
  { key: "dispatch.courierText", limits: [days("delivery")] },
  { key: "dispatch.afterLabel", limits: [hours("inspection")] },
  { key: "cart.protected.late", limits: [hours("dispatch"), days("delivery")] },
  { key: "cart.protected.wrong", limits: [hours("inspection")] },
  { key: "negotiation.step.sign.text", limits: [hours("signatures")] },
];

const textOf = (words: unknown, key: string): string =>
  String(key.split(".").reduce<unknown>((node, part) => Object(node)[part], words));

test.each(SAID)("$key says the time limits that the engine holds", ({ key, limits }) => {
  for (const words of [en, ar]) expect(textOf(words, key).match(/\d+/g)?.map(Number)).toEqual(limits);
});
