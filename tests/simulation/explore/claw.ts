import { accounts } from "../../../core/ledger/index.ts";
import { recoverable } from "../../../core/payout/index.ts";

/** What the bank says of a chargeback that comes after the seller has been paid. */
export const BANK_SAYS = { nothing: 0, taken: 1, won: 2, lost: 3 };
/** What we have booked of it. */
export const BOOKED_AS = { nothing: 0, taken: 1, won: 2, lost: 3 };

type Balances = ReadonlyMap<string, bigint>;
type Entries = readonly (readonly [string, bigint])[];
type Seller = Parameters<typeof accounts.wallet>[0];

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** What a seller has in the wallet, and what is owed of it. */
const purseOf = (seller: Seller, balances: Balances) => ({
  currency: "INR" as const,
  wallet: balances.get(accounts.wallet(seller)) ?? 0n,
  reserve: 0n,
  owed: -(balances.get(accounts.receivable(seller)) ?? 0n),
  promised: 0n,
});

/** Takes what the bank has taken: from the wallet what is there, and the rest becomes a debt. */
export function taking(amount: bigint, seller: Seller, gateway: string, balances: Balances): Entries {
  const fromWallet = least(amount, purseOf(seller, balances).wallet);
  return [
    [accounts.wallet(seller), -fromWallet],
    [accounts.receivable(seller), fromWallet - amount],
    [accounts.clearing(gateway), amount],
  ];
}

/** Gives back what the bank has given back. */
export const givingBack = (amount: bigint, seller: Seller, gateway: string): Entries => [
  [accounts.wallet(seller), amount],
  [accounts.clearing(gateway), -amount],
];

/** Pays the debt out of the wallet, as far as both go. */
export function recovering(seller: Seller, balances: Balances): Entries {
  const { minor } = recoverable(purseOf(seller, balances));
  return [
    [accounts.wallet(seller), -minor],
    [accounts.receivable(seller), minor],
  ];
}
