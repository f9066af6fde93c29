import type { ReconciliationSettings } from "#modules/reconciliation";
import type { Config } from "#runtime/config";

/** The operator's decisions, with amounts as whole minor units. */
export const reconciliationSettings = ({ ownBank, tariffs, unexplainedLimit }: Config): ReconciliationSettings => ({
  bank: ownBank,
  tariffs: Object.fromEntries(
    Object.entries(tariffs).map(([gateway, tariff]) => [gateway, { ...tariff, fixed: BigInt(tariff.fixed) }]),
  ),
  unexplainedLimit: BigInt(unexplainedLimit),
});
