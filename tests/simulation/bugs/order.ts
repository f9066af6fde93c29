import { ok } from "../../../core/result/index.ts";
import { after, hours } from "../../../core/time/index.ts";
import { newRootId } from "../../../server/runtime/ids/index.ts";
import type { Bug } from "../world.ts";
import { job, listeners, reworded, routine, skipped, statement } from "./patches.ts";

const APPLY = /^select escrow\.apply/;

/** Mistakes with order, time, deaths, and what people are told. */
export const ORDER_BUGS: Readonly<Record<string, Bug>> = {
  "a payment is answered as booked and is not": statement(APPLY, (text, params, run) =>
    String(params[12]).includes("payment_captured") ? [{ verdicts: [1] }] : run(text, params),
  ),
  "the revision of a deal is not checked": routine("escrow.apply", (arrays, run) => {
    const ids = arrays.p_deal ?? [];
    arrays.p_revision = ids.map(
      (id, at) =>
        run("select revision from escrow.deal where shard = $1 and id = $2", [arrays.p_shard?.[at], id])[0]?.revision,
    );
  }),
  "a timer acts on a deal that has no deadline due": {
    intercept: () => (text, params, run) => {
      if (!/from escrow\.deal/.test(text) || !/skip locked/.test(text)) return run(text, params);
      return run(text, params).map((row) =>
        row.state === "escrow_locked"
          ? { ...row, state: "shipped", deadline_kind: "delivery", deadline_asks: 99 }
          : row,
      );
    },
  },
  "a deadline is lost when a deal moves": routine("escrow.apply", (arrays) => {
    for (const name of ["p_deadline_kind", "p_deadline_opened_at", "p_deadline_due_at"])
      arrays[name] = (arrays[name] ?? []).map(() => null);
  }),
  "a deadline is an hour too short": routine("escrow.apply", (arrays) => {
    arrays.p_deadline_due_at = (arrays.p_deadline_due_at ?? []).map((due) =>
      due === null ? null : Number(due) - hours(1),
    );
  }),
  "a worker's clock goes an hour ahead": {
    parts: (parts) => ({ ...parts, clock: { now: () => after(parts.clock.now(), hours(1)) } }),
  },
  "a late command is taken": statement(
    /from unnest\(\$1::smallint\[\], \$2::uuid\[\], \$3::text\[\]\) with ordinality/,
    (text, params, run) =>
      run(text, params).map((row) => ({
        ...row,
        deadline_due_at: row.deadline_due_at === null ? null : Number(row.deadline_due_at) + hours(24),
      })),
  ),
  "anybody may give any command": routine("escrow.apply", (arrays) => {
    arrays.p_actor = (arrays.p_actor ?? []).map((by) => (by === "seller" ? "buyer" : by));
  }),
  "a delivered parcel leads to a refund": routine("escrow.apply", (arrays) => {
    arrays.p_state = (arrays.p_state ?? []).map((state, at) =>
      arrays.p_command?.[at] === "delivered" ? "refunded" : state,
    );
  }),
  "an announcement is gone before it is told": {
    intercept: () => {
      const told = new Set<unknown>();
      return (text, params, run) => {
        if (/^delete from runtime\.outbox/.test(text))
          return told.has(params[1]) ? [{ id: params[1] }] : run(text, params);
        const rows = run(text, params);
        if (!/\bupdate runtime\.outbox o set attempts/.test(text)) return rows;
        rows.forEach(({ shard, id }) => {
          told.add(id);
          run("delete from runtime.outbox where shard = $1 and id = $2", [shard, id]);
        });
        return rows;
      };
    },
  },
  "a job is gone before it is done": {
    intercept: () => (text, params, run) => {
      const rows = run(text, params);
      if (/\bupdate runtime\.job j set lease/.test(text))
        for (const { shard, id } of rows) run("delete from runtime.job where shard = $1 and id = $2", [shard, id]);
      return rows;
    },
  },
  "a job that fails is not tried again": {
    work: (work) => ({
      ...work,
      jobs: work.jobs.map((handler) => ({
        ...handler,
        run: async (payload, now, attempt) => {
          try {
            return await handler.run(payload, now, attempt);
          } catch {
            return "done";
          }
        },
      })),
    }),
  },
  "a job that asks for more is not run again": {
    work: (work) => ({
      ...work,
      jobs: work.jobs.map((handler) => ({
        ...handler,
        run: async (...given) => {
          await handler.run(...given);
          return "done";
        },
      })),
    }),
  },
  "refunds are not followed": job("refund.follow", () => async () => "done"),
  "payouts are not followed": job("payout.follow", () => async () => "done"),
  "a shipment that was called off is not taken back": job("shipment.cancel", () => async () => "done"),
  "the carrier is told to cancel and is not": {
    parts: (parts) => ({
      ...parts,
      carriers: parts.carriers.map((real) => ({ ...real, cancel: async () => ok("cancelled" as const) })),
    }),
  },
  "a booking is repeated under a new number": {
    parts: (parts) => ({
      ...parts,
      carriers: parts.carriers.map((real) => ({
        ...real,
        book: (request) => real.book({ ...request, shipment: newRootId("shipment", parts.clock.now()) }),
      })),
    }),
  },
  "deals that move are not told of": listeners((all) => all.filter(({ topic }) => topic !== "deal.moved")),
  "the end of a refund is not told": listeners((all) => all.filter(({ topic }) => topic !== "refund.ended")),
  "notices go to a stranger": statement(/^insert into notifications\.notification/, (text, params, run) =>
    run(
      text,
      params.map((value, at) => (at === 1 ? "0".repeat(32) : value)),
    ),
  ),
  "the buyer gets no notice": statement(/^insert into notifications\.notification/, (text, params, run) =>
    String(params[3]).endsWith(".buyer") ? [] : run(text, params),
  ),
  "one event is told under two keys": statement(/^insert into notifications\.notification/, (text, params, run) =>
    run(
      text,
      params.map((value, at) => (at === 2 ? `${String(value)}:${String(params[0])}` : value)),
    ),
  ),
  "a stranger's screen is told": {
    parts: (parts) => ({
      ...parts,
      hub: {
        ...parts.hub,
        tell: (users, push) => parts.hub.tell([...users, newRootId("user", parts.clock.now())], push),
      },
    }),
  },
  "lists are not kept in step": skipped(/^update orders\."order"/),
  "stock of a cancelled order is not given back": skipped(/update catalog\.reservation/),
  "stock is taken twice": reworded(
    /^update catalog\.listing set stock = stock/,
    "stock = stock - $2",
    "stock = stock - $2 - $2",
  ),
  "the price is not the listed one": statement(/from catalog\.listing where id/, (text, params, run) =>
    run(text, params).map((row) => ({ ...row, price: (row.price as bigint) + 1n })),
  ),
  "commission is rounded up": statement(/insert into escrow\.deal/, (text, params, run) => {
    const changed = [...params];
    changed[9] = BigInt(String(changed[9])) + 1n;
    changed[11] = BigInt(String(changed[11])) - 1n;
    return run(text, changed);
  }),
  "one key places two orders": statement(/from orders\.request where/, (text, params, run) =>
    run(text, params).length > 0 && /select order_id/.test(text) ? [] : run(text, params),
  ),
};
