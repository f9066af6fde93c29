import { createHash } from "node:crypto";
import type { Shard } from "@amana/core/ids";
import type { AccountCode } from "@amana/core/ledger";
import type { Currency } from "@amana/core/money";

/**
 * The uuid of an account, derived so that no look-up is needed: an escrow account has the uuid of its deal, which keeps new
 * rows together in the index; every other one a hash of shard, code and currency (RFC 9562, version 8).
 */
export function accountId(shard: Shard, code: AccountCode, currency: Currency): string {
  if (code.startsWith("escrow:")) return code.slice(-32);
  const bytes = createHash("sha256")
    .update(JSON.stringify([shard, code, currency]))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex");
}
