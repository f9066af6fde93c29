import type { UserId } from "@amana/core/ids";
import { type CommissionRule, faultsOf, type RuleFault } from "@amana/core/pricing";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import { readUser } from "#modules/identity";
import { isOneOfOrColleague } from "#modules/organizations";
import type { Database } from "#runtime/database";
import type { Asker } from "#runtime/http";
import type { RuleSet } from "./schemas.ts";
import { currentRules, insertRuleSet, levelOf, setLevel } from "./store.ts";

export type PublishRefusal =
  | { readonly kind: "changed_meanwhile" }
  | { readonly kind: "faulty"; readonly rule: number; readonly fault: RuleFault };

type Because = Asker & { readonly reason: string };

/** Publishes rules as the version after the one that was looked at; from then on they count for every new sale. */
export const publishRules = (
  db: Database,
  by: Because,
  { basedOn, rules }: { readonly basedOn: number; readonly rules: readonly CommissionRule[] },
  now: Instant,
): Promise<Result<RuleSet, PublishRefusal>> =>
  db.transaction(async (tx) => {
    const [fault] = faultsOf(rules);
    if (fault) return refuse({ kind: "faulty", ...fault });
    const before = await currentRules(tx);
    const set = { version: basedOn + 1, rules, reason: by.reason, publishedBy: by.user, publishedAt: now };
    if ((before?.version ?? 0) !== basedOn || !(await insertRuleSet(tx, set)))
      return refuse({ kind: "changed_meanwhile" });
    await record(tx, now, {
      ...doneBy("finance", by),
      ...{ action: "commission_rules.published", subject: `commission_rules:${set.version}`, reason: by.reason },
      detail: { version: set.version, rules: rules.map(({ name }) => name) },
    });
    return ok(set);
  });

/** Gives a seller a level, which counts for every new sale; nobody gives it to oneself or a colleague. */
export const giveLevel = (
  db: Database,
  by: Because,
  { seller, level }: { readonly seller: UserId; readonly level: string },
  now: Instant,
): Promise<Result<string, "no_such_user" | "own_company">> =>
  db.transaction(async (tx) => {
    if (!(await readUser(tx, seller))) return refuse("no_such_user");
    if (await isOneOfOrColleague(tx, by.user, [seller])) return refuse("own_company");
    const before = await levelOf(tx, seller);
    if (before === level) return ok(level);
    await setLevel(tx, { seller, level, by: by.user }, now);
    await record(tx, now, {
      ...doneBy("staff", by),
      ...{ action: "seller_level.set", subject: seller, reason: by.reason, detail: { before, after: level } },
    });
    return ok(level);
  });
