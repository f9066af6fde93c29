/** What entries of the log are about, by the first word of their action. */
export const FAMILIES = [
  ...["agreement", "api_key", "approval", "bank_account", "chargeback", "commission_rules", "deadline", "difference"],
  ...["file", "grant", "listing", "oauth_client", "order", "organization", "password", "payment", "payout"],
  ...[
    "payout_schedule",
    "recovery_codes",
    "refund",
    "second_factor",
    "seller_level",
    "session",
    "sessions",
    "shipment",
  ],
  ...["sign_in_provider", "step_up", "suspense", "user", "webhook_endpoint", "withdrawal", "work", "write_off"],
] as const;
export type Family = (typeof FAMILIES)[number];

export const familyOf = (action: string): Family | null => FAMILIES.find((one) => action.startsWith(`${one}.`)) ?? null;

type Reader = { readonly roles: readonly string[] } | null | undefined;

/** The page of what an entry is about, where there is one that its reader may open. */
export function pageOfSubject(subject: string, reader: Reader): string | null {
  const may = (...roles: string[]): boolean => roles.some((role) => reader?.roles.includes(role));
  if (/^usr_[0-9a-f]{32}$/.test(subject)) return may("support", "admin") ? `/staff/users/${subject}` : null;
  if (/^(prd|svc)_[0-9a-f]{32}$/.test(subject)) return may("support", "admin") ? `/staff/listings/${subject}` : null;
  if (/^ord_[0-9a-f]{32}$/.test(subject)) return `/operations/orders/${subject}`;
  if (/^deal_[0-9a-f]{32}$/.test(subject)) return `/operations/deals/${subject}`;
  return /^commission_rules:\d+$/.test(subject) ? "/staff/commission" : null;
}

/** The JSON that an entry keeps, in lines; as it came where it is none. */
export function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
