import { AUDIT_ACTIONS, type AuditAction } from "@amana/core/audit";

const kindOf = (action: string): string => action.split(".", 1)[0] ?? "";

/** What entries of the log are about, by the first word of their action. */
export const FAMILIES: readonly string[] = [...new Set(AUDIT_ACTIONS.map(kindOf))];

export const actionsOf = (family: string): readonly AuditAction[] =>
  AUDIT_ACTIONS.filter((action) => kindOf(action) === family);

/** Whether there are words for what an entry says was done: a release that comes later may have written it. */
export const isWorded = (action: string): action is AuditAction => AUDIT_ACTIONS.some((one) => one === action);

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
