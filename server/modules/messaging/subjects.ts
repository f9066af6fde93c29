import type { UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";

/** What a conversation is about: a listing, an order, and whatever else the entrypoints have given a kind for. */
export type Subject = { readonly kind: string; readonly id: string };

/** What this module asks of whoever knows the things of a kind. */
export type SubjectKind = {
  readonly kind: string;
  /** With whom this person may talk about it; `own` where nobody is on the other side yet, null where it does not exist for him. */
  counterpart(db: Queryable, id: string, person: UserId): Promise<UserId | "own" | null>;
  /** Whether money is held between the two, or was: then they may meet in other ways too. */
  haveDealt(db: Queryable, id: string, one: UserId, other: UserId): Promise<boolean>;
  /** Where somebody decides between the two: he reads what they say, and what he says both hear. Null where it does not exist. */
  heard?(db: Queryable, id: string): Promise<Heard | null>;
};

export type Heard = { readonly people: readonly [UserId, UserId]; readonly arbiter: UserId | null };

export type SubjectMeans = {
  readonly subjects: readonly SubjectKind[];
  /** False: nothing is ever hidden. */
  readonly masking: boolean;
};

export function kindOf({ subjects }: SubjectMeans, { kind }: Subject): SubjectKind {
  const found = subjects.find((one) => one.kind === kind);
  if (!found) throw new Error(`nobody knows a ${kind}`);
  return found;
}
