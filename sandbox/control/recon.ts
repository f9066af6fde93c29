import { settingsOf } from "../cashfree/recon-events.ts";
import { DAMAGES, type Damage } from "../cashfree/recon-records.ts";
import { asText, type JsonObject } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { oneOf, wholeNumber } from "./decode.ts";
import type { Reply } from "./reply.ts";

/** `{ feeBasisPoints?, feePaise?, taxBasisPoints?, settleAfterMs? }`: how statements are drawn up from now on, past events included. */
export function setRecon(sandbox: Sandbox, body: JsonObject): Reply {
  const settings = settingsOf(sandbox);
  const wanted = { ...settings, ...body };
  const settleAfterMs = wanted.settleAfterMs === null ? null : wholeNumber("settleAfterMs", wanted.settleAfterMs, 0);
  sandbox.store.state.recon = {
    feeBasisPoints: wholeNumber("feeBasisPoints", wanted.feeBasisPoints, 0),
    feePaise: wholeNumber("feePaise", wanted.feePaise, 0),
    taxBasisPoints: wholeNumber("taxBasisPoints", wanted.taxBasisPoints, 0),
    settleAfterMs,
    damages: settings.damages,
  };
  sandbox.store.touch();
  return { status: 200, body: sandbox.store.state.recon };
}

/** `{ kind, reference? }`: statements are wrong in this way until it is taken back. */
export function damageRecon(sandbox: Sandbox, body: JsonObject): Reply {
  const settings = settingsOf(sandbox);
  const damage: Damage = { kind: oneOf("kind", DAMAGES, body.kind), reference: asText(body.reference) ?? null };
  sandbox.store.state.recon = { ...settings, damages: [...settings.damages, damage] };
  sandbox.store.touch();
  return { status: 200, body: sandbox.store.state.recon };
}

export function repairRecon(sandbox: Sandbox): Reply {
  sandbox.store.state.recon = { ...settingsOf(sandbox), damages: [] };
  sandbox.store.touch();
  return { status: 200, body: sandbox.store.state.recon };
}

const HEADER = "Transfer Id,Reference,Type,Amount,Currency,Fee,Tax,Time,UTR";
const TYPES: Readonly<Record<string, string>> = { payout: "TRANSFER", payout_reversal: "REVERSAL" };

/** The report that the payouts dashboard exports: one line per debit and per reversal, without charges. */
export function payoutReport({ store: { state } }: Sandbox): Reply {
  const rows = state.statement.flatMap((entry) => {
    const type = TYPES[entry.kind];
    if (type === undefined) return [];
    const amount = (Math.abs(entry.amount) / 100).toFixed(2);
    const utr = state.transfers.get(entry.reference)?.utr ?? "";
    return [[entry.reference, entry.providerReference, type, amount, "INR", "0.00", "0.00", entry.at, utr].join(",")];
  });
  return { status: 200, body: [HEADER, ...rows, ""].join("\n") };
}
