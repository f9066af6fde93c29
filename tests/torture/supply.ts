import { addLook } from "../../server/modules/payments/index.ts";
import type { World } from "../money/world.ts";
import { bring, STAGES, type Stage, type Target } from "./stages.ts";

/** Fresh orders at a stage, prepared many at a time. */
export type Supply = {
  take(stage: Stage): Promise<Target>;
  /** The gateway tells of its payments in the end, whatever became of the orders. */
  end(): Promise<void>;
};

const AHEAD = 12;

/** For so many meetings at each stage at most; the stages one after another. */
export function supplyOf(world: World, demand: Map<Stage, number>): Supply {
  const state: { stage: Stage | null; ready: Target[]; taken: Target[] } = { stage: null, ready: [], taken: [] };
  const end = async (): Promise<void> => {
    for (const { payment } of [...state.taken, ...state.ready])
      if (payment) await addLook(world.db, payment, world.now(), world.now());
    await world.settle();
    Object.assign(state, { ready: [], taken: [] });
  };
  return {
    end,
    async take(stage) {
      const wanted = demand.get(stage) ?? 1;
      demand.set(stage, wanted - 1);
      if (stage !== state.stage || state.ready.length === 0) {
        await end();
        // Who tells, tells everything that waits: no other order may be among it.
        state.ready = await bring(world, stage, stage === "untold" ? 1 : Math.max(1, Math.min(AHEAD, wanted)));
        state.stage = stage;
      }
      const target = state.ready.shift();
      if (!target) throw new Error(`no order at ${stage}`);
      state.taken.push(target);
      return target;
    },
  };
}

/** In the order of their stages, so that orders can be prepared together. */
export const byStage = <T extends { readonly stage: Stage }>(meetings: readonly T[]): T[] =>
  meetings.toSorted((one, other) => STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage));

export function demandOf<T extends { readonly stage: Stage }>(
  meetings: readonly T[],
  each: (meeting: T) => number,
): Map<Stage, number> {
  const demand = new Map<Stage, number>();
  for (const meeting of meetings) demand.set(meeting.stage, (demand.get(meeting.stage) ?? 0) + each(meeting));
  return demand;
}
