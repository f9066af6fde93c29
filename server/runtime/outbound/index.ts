import { ok, type Result, refuse } from "@amana/core/result";
import { type AddressObjection, hostOf, isNumber, isPublic, type OutboundRules, readAddress } from "./address.ts";
import { type Outcome, post } from "./post.ts";
import { askNameServers, type Resolve } from "./resolve.ts";

export type { AddressObjection, OutboundRules } from "./address.ts";
export { isPublic } from "./address.ts";
export type { Outcome } from "./post.ts";
export type { Resolve } from "./resolve.ts";

/** Calls to addresses that strangers have given: of the public internet only, unless the rules say otherwise. */
export type Outbound = {
  /** What speaks against an address as it resolves now; null for nothing. */
  objectionTo(address: string): Promise<AddressObjection | null>;
  /** The address is resolved once, checked, and that very number is connected to. */
  post(
    call: OutboundCall,
  ): Promise<Outcome | { readonly kind: "address_refused"; readonly objection: AddressObjection }>;
};

export type OutboundCall = {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  readonly signal?: AbortSignal;
};

export type OutboundParts = {
  readonly rules: OutboundRules;
  readonly resolve?: Resolve;
  /** From the first byte sent to the last byte read; 15 seconds when absent. */
  readonly timeoutMs?: number;
};

/** What production allows. */
export const PUBLIC_ONLY: OutboundRules = { plainHttp: false, privateAddresses: false, ports: [443, 8443] };

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 16_384;
const LONGEST_RESOLUTION_MS = 5_000;

export function createOutbound({ rules, resolve = askNameServers(), timeoutMs = TIMEOUT_MS }: OutboundParts): Outbound {
  const find = async (address: string) => {
    const read = readAddress(rules, address);
    if (!read.ok) return read;
    const addresses = await addressesOf(rules, resolve, hostOf(read.value));
    return addresses.ok ? ok({ url: read.value, addresses: addresses.value }) : addresses;
  };
  return {
    async objectionTo(address) {
      const found = await find(address);
      return found.ok ? null : found.error;
    },
    async post({ address, headers, body, signal }) {
      const found = await find(address);
      if (!found.ok) return { kind: "address_refused", objection: found.error };
      return await post({ ...found.value, headers, body }, { timeoutMs, mostBytes: MOST_BYTES, signal });
    },
  };
}

/** One that is not public refuses all of them: a name that mixes them is not an accident. */
async function addressesOf(
  rules: OutboundRules,
  resolve: Resolve,
  host: string,
): Promise<Result<readonly string[], AddressObjection>> {
  if (isNumber(host)) return ok([host]);
  const addresses = await within(LONGEST_RESOLUTION_MS, resolve(host));
  if (addresses.length === 0) return refuse("no_such_host");
  return rules.privateAddresses || addresses.every(isPublic) ? ok(addresses) : refuse("host_not_public");
}

/** None when it takes too long or fails. */
async function within(milliseconds: number, answer: Promise<readonly string[]>): Promise<readonly string[]> {
  const late = Promise.withResolvers<readonly string[]>();
  const timer = setTimeout(() => late.resolve([]), milliseconds);
  const first = await Promise.race([answer.catch(() => []), late.promise]);
  clearTimeout(timer);
  return first;
}
