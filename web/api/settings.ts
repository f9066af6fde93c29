/** What people set for themselves, as the API says it. */
import type { Problem } from "./problem.ts";

export const CHANNELS = ["inApp", "email", "push"] as const;
export const GROUPS = ["orders", "payments", "messages", "account"] as const;
export type Channel = (typeof CHANNELS)[number];
export type Group = (typeof GROUPS)[number];
export type Preferences = Record<Channel, Record<Group, boolean>>;
/** Mail about the account cannot be switched off: what is done to it is always told. */
export const isAlwaysOn = (channel: Channel, group: Group): boolean => channel === "email" && group === "account";

export type Device = { id: string; service: string; madeAt: string; deliveredAt: string | null };
export type Profile = { id: string; name: string; email: string; phone: string | null; language: "en" | "ar" };

export const MEMBER_ROLES = ["owner", "manager", "buyer", "seller", "finance", "viewer"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];
export type Company = {
  id: string;
  legalName: string;
  country: string;
  taxNumber: string | null;
  role: MemberRole;
  version: number;
  createdAt: string;
};
export type Member = { userId: string; name: string; role: MemberRole; joinedAt: string };
export type Invitation = { id: string; email: string; role: MemberRole; invitedAt: string; expiresAt: string };

export type Endpoint = {
  id: string;
  url: string;
  description: string | null;
  events: string[] | null;
  enabled: boolean;
  disabledBecause: "owner" | "gone" | "failing" | null;
  failingSince: string | null;
  createdAt: string;
};
export type WebhookDelivery = {
  id: string;
  eventType: string;
  state: "waiting" | "delivered" | "failed";
  nextAttemptAt: string | null;
  attempts: { number: number; at: string; outcome: string; status: number | null; answer: string | null }[];
};

export type Disclosure = { at: string; reason: string | null };

/** What became of a form of the settings: saved, or refused with what was typed; a secret is shown once. */
export type Saved = {
  act: string;
  /** Which of several like it. */
  of: string;
  problem: Problem | null;
  input: Record<string, string>;
  secret: string | null;
  key: string;
} | null;
