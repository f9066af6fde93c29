import type { Bug } from "../world.ts";
import { job, reworded, routine, skipped, statement } from "./patches.ts";

/** Whether a refund takes back what came for one of several deals, of which others were funded. */
const OF_A_PART = `select from payments.refund r join payments.part t on t.shard = r.shard and t.deal_id = r.deal_id
  join payments.capture c on c.payment_id = r.payment_id
  where r.id = $1 and r.source = 'suspense' and c.disposition = 'escrow' limit 1`;

/** Mistakes with what is bought of several sellers and paid at once. */
export const CART_BUGS: Readonly<Record<string, Bug>> = {
  "a purchase is funded twice": routine("escrow.apply", (arrays) => {
    const funds = (arrays.l_kind ?? []).filter((kind) => kind === "fund");
    if (funds.length > 1) arrays.e_amount = (arrays.e_amount ?? []).map((amount) => (amount as bigint) * 2n);
  }),
  "a second capture of a purchase is booked to its deals again": statement(
    /^update payments\.capture set disposition = 'suspense'/,
    (text, params, run) => {
      const [row] = run("select payment_id from payments.capture where shard = $1 and id = $2", params.slice(0, 2));
      const parts = run("select deal_id from payments.part where payment_id = $1", [row?.payment_id]);
      return parts.length > 1 && params[2] === "paid_twice" ? [] : run(text, params);
    },
  ),
  "a part of a cart is not given back": job("refund.follow", (real, { db }) => async (payload, now, attempt) => {
    const refund = String(payload.refund).slice(-32);
    return (await db.query(OF_A_PART, [refund])).length > 0 ? "done" : await real(payload, now, attempt);
  }),
  "one deal of a purchase is left out when it is paid": statement(
    /from payments\.part where payment_shard/,
    (text, params, run) => run(text, params).slice(0, 1),
  ),
  "each deal of a purchase is refunded with the whole payment": statement(
    /^insert into payments\.refund/,
    (text, params, run) => {
      const whole = run(
        "select p.amount from payments.payment p where p.id = $1 and exists (select from payments.part t where t.payment_id = p.id)",
        [params[2]],
      )[0]?.amount;
      return run(
        text,
        whole === undefined ? params : params.map((value) => (typeof value === "bigint" ? whole : value)),
      );
    },
  ),
  "a bank's claim on a purchase is one deal's alone": reworded(
    /^select c\.id, c\.deal_id, c\.currency, c\.amount, c\.disposition, c\.reference/,
    "order by c.disposition, c.captured_at, c.deal_id",
    "order by c.disposition, c.captured_at, c.deal_id limit 1",
  ),
  "one order of a purchase is forgotten": {
    intercept: () => (text, params, run) =>
      /^insert into carts\.bought/.test(text) && params[1] === 1 ? [] : run(text, params),
  },
  "what was bought stays in the cart": skipped(/^delete from carts\.line where id = any/),
};
