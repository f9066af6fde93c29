/** The words of staff's pages: people, the audit log, rules of commission, everybody's orders. */
import type { Problem } from "./problem.ts";
import type { Money } from "./types.ts";

export const STAFF_ROLES = ["support", "arbiter", "finance", "admin"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export type Person = {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  language: "en" | "ar";
  roles: string[];
  registeredAt: string;
  suspendedAt: string | null;
};

export type SellerLevel = { userId: string; level: string };

export type LogEntry = {
  id: string;
  number: number;
  at: string;
  actor: string;
  actorId: string | null;
  action: string;
  subject: string;
  reason: string | null;
  /** JSON as text. */
  detail: string;
  via: string | null;
  commitsTo: ("origin" | "personal")[];
};

/** What an entry keeps about people, told for a reason. */
export type Disclosed = { kept: { what: "origin" | "personal"; personId: string; text: string }[] };

export type CommissionRule = {
  name: string;
  when: {
    categories?: string[];
    sellerLevels?: string[];
    atLeast?: Money[];
    atMost?: Money[];
    from?: string;
    until?: string;
  };
  basisPoints: number;
  base: "total" | "goods";
  fixed: Money[];
  floor: Money[];
  cap: Money[];
  buyerShare: number;
};

export type CommissionRules = {
  version: number;
  rules: CommissionRule[];
  reason: string;
  publishedBy: string;
  publishedAt: string;
};

export type FileLink = { id: string; name: string; url: string | null };

/** Where a page stands after one of its forms: which it was, what was typed, why it was refused. */
export type Acted = {
  act: string;
  problem: Problem | null;
  input: Record<string, string>;
  key: string;
};
