import type { Process } from "../process.ts";
import { digitalGoods } from "./digital-goods.ts";
import { milestone } from "./milestone.ts";
import { service } from "./service.ts";
import { shippedGoods } from "./shipped-goods.ts";

/** Every process that deals may follow, old versions included: a deal keeps the version it began with. */
export const PROCESSES: readonly Process[] = [shippedGoods, digitalGoods, service, milestone];

export function processOf(name: string, version: number): Process {
  const process = PROCESSES.find((one) => one.name === name && one.version === version);
  if (!process) throw new Error(`no process ${name} version ${version}`);
  return process;
}

export { digitalGoods, milestone, service, shippedGoods };
