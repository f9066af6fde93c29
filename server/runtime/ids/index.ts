import { randomBytes } from "node:crypto";
import { type Id, type Kind, makeId, type Shard, shardOf } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";

/** A new id in a shard. */
export const newId = <K extends Kind>(of: K, now: Instant, shard: Shard): Id<K> =>
  makeId(of, now, randomBytes(9), shard);

/** A new id beside another one: in its shard. */
export const newIdBeside = <K extends Kind>(of: K, now: Instant, neighbour: string): Id<K> =>
  newId(of, now, shardOf(neighbour));

/** A new id in a shard drawn at random: users, and rows that belong to no seller. */
export const newRootId = <K extends Kind>(of: K, now: Instant): Id<K> => newId(of, now, randomBytes(1).readUInt8(0));
