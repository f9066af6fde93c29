import { money } from "../../../core/money/index.ts";
import { ok, refuse } from "../../../core/result/index.ts";
import type { Bug } from "../world.ts";
import { gateway, job, posting, rail, routine, skipped, statement, together } from "./patches.ts";

/** Mistakes with what providers say, and with the postings that follow. */
export const MONEY_BUGS: Readonly<Record<string, Bug>> = {
  "amount of a payment is not checked": gateway((real) => ({
    look: async (id) => {
      const report = await real.look(id);
      if (!report.ok) return report;
      const { amount, captures } = report.value;
      return ok({ ...report.value, captures: captures.map((capture) => ({ ...capture, amount })) });
    },
  })),
  "currency of a payment is not checked": gateway((real) => ({
    look: async (id) => {
      const report = await real.look(id);
      if (!report.ok) return report;
      const captures = report.value.captures.map((capture) => ({
        ...capture,
        amount: money(capture.amount.minor, "INR"),
      }));
      return ok({ ...report.value, captures });
    },
  })),
  "only the first capture of a payment is seen": gateway((real) => ({
    look: async (id) => {
      const report = await real.look(id);
      return report.ok ? ok({ ...report.value, captures: report.value.captures.slice(0, 1) }) : report;
    },
  })),
  "a capture is booked each time that it is seen": statement(/^insert into payments\.capture/, (text, params, run) =>
    run(
      text,
      params.map((value) =>
        typeof value === "string" && value.startsWith("simpay_") ? `${value}:${String(params[1])}` : value,
      ),
    ),
  ),
  "the key of a refund contains the time": gateway((real, { clock }) => ({
    refund: (request) => real.refund({ ...request, refund: `${request.refund}_${clock.now()}` }),
    lookRefund: (payment, refund) => real.lookRefund(payment, `${refund}_${clock.now()}`),
  })),
  "the key of a payout contains the time": rail((real, { clock }) => ({
    send: (request) => real.send({ ...request, payout: `${request.payout}_${clock.now()}` }),
    look: (payout) => real.look(`${payout}_${clock.now()}`),
  })),
  "a refund is not looked up before it is sent": gateway(() => ({
    lookRefund: async () => refuse({ kind: "not_found" }),
  })),
  "a payout is not looked up before it is sent": rail(() => ({ look: async () => refuse({ kind: "not_found" }) })),
  "a refund without an answer counts as failed": gateway((real) => ({
    refund: async (request) => {
      const sent = await real.refund(request);
      return !sent.ok && sent.error.kind === "outcome_unknown"
        ? refuse({ kind: "declined", code: "NO", detail: "" })
        : sent;
    },
  })),
  "a payout without an answer counts as failed": rail((real) => ({
    send: async (request) => {
      const sent = await real.send(request);
      return !sent.ok && sent.error.kind === "outcome_unknown"
        ? refuse({ kind: "declined", code: "NO", detail: "" })
        : sent;
    },
  })),
  "a refund without an answer counts as made": gateway((real) => ({
    refund: async (request) => {
      const sent = await real.refund(request);
      const made = { reference: "rf", status: "succeeded", amount: request.amount } as const;
      return !sent.ok && sent.error.kind === "outcome_unknown" ? ok(made) : sent;
    },
  })),
  "a payout without an answer counts as paid": rail((real) => ({
    send: async (request) => {
      const sent = await real.send(request);
      const made = {
        reference: "po",
        status: "paid",
        amount: request.amount,
        bankReference: null,
        reason: null,
      } as const;
      return !sent.ok && sent.error.kind === "outcome_unknown" ? ok(made) : sent;
    },
  })),
  "a refund that was refused counts as made": gateway((real) => ({
    refund: async (request) => {
      const sent = await real.refund(request);
      const made = { reference: "rf", status: "succeeded", amount: request.amount } as const;
      return !sent.ok && sent.error.kind === "declined" ? ok(made) : sent;
    },
  })),
  "a withdrawal does not know its key again": statement(
    /from payouts\.payout where shard = \$1 and cause = \$2 and part = 0/,
    () => [],
  ),
  "what was held back is not given back": job("reserve.release", () => async () => "done"),
  "what is paid daily is not gathered": job("payout.batch", () => async () => "done"),
  "a refund under way counts as made": gateway((real) => ({
    lookRefund: async (payment, refund) => {
      const report = await real.lookRefund(payment, refund);
      return report.ok && report.value.status === "pending" ? ok({ ...report.value, status: "succeeded" }) : report;
    },
  })),
  "a payout under way counts as paid": rail((real) => ({
    look: async (payout) => {
      const report = await real.look(payout);
      return report.ok && report.value.status === "pending" ? ok({ ...report.value, status: "paid" }) : report;
    },
  })),
  "a failed refund is taken for a made one": gateway((real) => ({
    lookRefund: async (payment, refund) => {
      const report = await real.lookRefund(payment, refund);
      return report.ok && report.value.status === "failed" ? ok({ ...report.value, status: "succeeded" }) : report;
    },
  })),
  "a returned payout is taken for a paid one": rail((real) => ({
    look: async (payout) => {
      const report = await real.look(payout);
      return report.ok && report.value.status === "returned" ? ok({ ...report.value, status: "paid" }) : report;
    },
  })),
  "a payout goes out in another amount": rail((real) => ({
    send: (request) => real.send({ ...request, amount: money(request.amount.minor * 2n, "INR") }),
  })),
  "a refund goes out twice as large": gateway((real) => ({
    refund: (request) => real.refund({ ...request, amount: money(request.amount.minor * 2n, request.amount.currency) }),
  })),
  "a forged webhook is believed": gateway((real) => ({
    readWebhook: ({ body }, now) => real.readWebhook({ headers: { signature: "right" }, body }, now),
  })),
  "webhooks about payouts are dropped": rail((real) => ({
    readWebhook: (raw, now) => {
      const hint = real.readWebhook(raw, now);
      return hint.ok ? ok({ dedupeKey: hint.value.dedupeKey, type: hint.value.type }) : hint;
    },
  })),
  "commission is taken twice": together(
    ...posting("release", (lines) => {
      const fee = lines.find(({ code }) => code === "revenue:commission");
      const wallet = lines.find(({ code }) => code.startsWith("wallet:"));
      if (!fee || !wallet) return;
      wallet.amount -= fee.amount;
      fee.amount *= 2n;
    }),
  ),
  "the seller gets the commission too": together(
    ...posting("release", (lines) => {
      const fee = lines.find(({ code }) => code === "revenue:commission");
      if (fee) fee.code = "revenue:fees";
    }),
  ),
  "a release leaves money in escrow": together(
    ...posting("release", (lines) => {
      const wallet = lines.find(({ code }) => code.startsWith("wallet:"));
      const escrow = lines.find(({ code }) => code.startsWith("escrow:"));
      if (!wallet || !escrow || wallet.amount < 2n) return;
      wallet.amount -= 1n;
      escrow.amount += 1n;
    }),
  ),
  "a posting that does not sum to zero": together(
    ...posting("fund", (lines) => {
      const escrow = lines.find(({ code }) => code.startsWith("escrow:"));
      if (escrow) escrow.amount += 1n;
    }),
  ),
  "a confirmed payout is booked backwards": together(
    ...posting("payout_confirmed", (lines) => {
      for (const line of lines) line.amount = -line.amount;
    }),
  ),
  "the second half of a refund to the wallet is forgotten": routine("ledger.post", (arrays) => {
    const keys = arrays.p_key ?? [];
    const half = keys.findIndex((key) => String(key).endsWith(":wallet"));
    if (half < 0) return;
    const keep = (arrays.e_posting ?? []).map((owner) => owner !== half + 1);
    for (const name of ["e_posting", "e_account", "e_amount"])
      arrays[name] = (arrays[name] ?? []).filter((_, at) => keep[at]);
  }),
  "the wallet is not debited for a payout": statement(/^select ledger\.post/, (text, params, run) =>
    String(params[2]).includes('"payout:') ? [{ verdicts: [1] }] : run(text, params),
  ),
  "money in suspense is not refunded": statement(/^insert into payments\.refund/, (text, params, run) =>
    params.includes("suspense") ? [] : run(text, params),
  ),
  "a release is not paid out": skipped(/^insert into payouts\.payout/),
  "a payout goes to an account that is not verified": statement(/from payouts\.bank_account/, (text, params, run) =>
    run(text, params).map((row) =>
      "status" in row ? { ...row, status: "verified", usable_from: row.usable_from ?? row.added_at } : row,
    ),
  ),
};
