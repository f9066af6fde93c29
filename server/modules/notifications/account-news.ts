import { parseId } from "@amana/core/ids";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Subscription } from "#runtime/work";
import { type Telling, tell } from "./tell.ts";

/** What concerns one user and no order. */
export const accountNews = (telling: Telling): Subscription[] => [tellOfBankAccount(telling), tellOfEndpoint(telling)];

/** Whoever is paid hears of every account that could be paid to in place of theirs, in case it was not they who added it. */
const tellOfBankAccount = (telling: Telling): Subscription => ({
  name: "tell of bank_account.changed",
  topic: "bank_account.changed",
  async hear(tx, payload, now) {
    const changed = Value.Parse(BankAccountChanged, payload);
    const user = parseId("user", changed.user);
    if (!user) throw new Error(`no user in ${JSON.stringify(payload)}`);
    const params = {
      oldAccount: masked(changed.oldLast4),
      newAccount: masked(changed.newLast4),
      ...(changed.payoutsFrom !== null && { payoutsFrom: changed.payoutsFrom }),
    };
    const eventKey = `bank_account_${changed.what}:${changed.account}`;
    const notice = { user, eventKey, key: `bank_account_${changed.what}`, params, order: null };
    await tell(tx, telling, notice, now);
  },
});

const BankAccountChanged = Type.Object({
  user: Type.String(),
  account: Type.String(),
  what: Type.Union([Type.Literal("added"), Type.Literal("replaced")]),
  oldLast4: Type.String(),
  newLast4: Type.String(),
  payoutsFrom: Type.Union([Type.String(), Type.Null()]),
});

/** Whoever integrates hears that nothing is sent any more, where he is sure to look. */
const tellOfEndpoint = (telling: Telling): Subscription => ({
  name: "tell of webhook_endpoint.switched_off",
  topic: "webhook_endpoint.switched_off",
  async hear(tx, payload, now) {
    const off = Value.Parse(EndpointOff, payload);
    const user = parseId("user", off.user);
    if (!user) throw new Error(`no user in ${JSON.stringify(payload)}`);
    const eventKey = `webhook_endpoint_off:${off.endpoint}:${off.at}`;
    const key = `webhook_endpoint_${off.because}`;
    await tell(tx, telling, { user, eventKey, key, params: {}, order: null }, now);
  },
});

const EndpointOff = Type.Object({
  user: Type.String(),
  endpoint: Type.String(),
  because: Type.Union([Type.Literal("gone"), Type.Literal("failing")]),
  at: Type.Integer(),
});

const masked = (last4: string): string => `•••• ${last4}`;
