import { isIP } from "node:net";
import { ok, type Result, refuse } from "@amana/core/result";
import ipaddr from "ipaddr.js";

/** What an address that a stranger gave may look like. */
export type OutboundRules = {
  readonly plainHttp: boolean;
  /** This machine and private networks may be called: for receivers beside a sandbox. */
  readonly privateAddresses: boolean;
  readonly ports: readonly number[] | "any";
};

export type AddressObjection =
  | "not_an_address"
  | "scheme_not_allowed"
  | "credentials_in_address"
  | "fragment_in_address"
  | "port_not_allowed"
  | "host_not_public"
  | "no_such_host";

const LONGEST = 2048;
const ADDRESS_OF_AZURE_METADATA = "168.63.129.16";

/** What can be said of an address before its name is resolved. A number in any of its spellings is the number. */
export function readAddress(rules: OutboundRules, text: string): Result<URL, AddressObjection> {
  if (text.length > LONGEST || !URL.canParse(text)) return refuse("not_an_address");
  const url = new URL(text);
  if (url.protocol !== "https:" && !(rules.plainHttp && url.protocol === "http:")) return refuse("scheme_not_allowed");
  if (url.username !== "" || url.password !== "") return refuse("credentials_in_address");
  if (text.includes("#")) return refuse("fragment_in_address");
  if (rules.ports !== "any" && !rules.ports.includes(portOf(url))) return refuse("port_not_allowed");
  return isHostAllowed(rules, hostOf(url)) ? ok(url) : refuse("host_not_public");
}

export const portOf = ({ port, protocol }: URL): number => Number(port) || (protocol === "https:" ? 443 : 80);

/** The host without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, "$1");

/** Only as everybody writes them: `URL` has put every other spelling of an address into this one. */
export const isNumber = (host: string): boolean => isIP(host) !== 0;

/** A name without a dot is one of our own network's. */
function isHostAllowed({ privateAddresses }: OutboundRules, host: string): boolean {
  if (privateAddresses) return host !== "";
  return isNumber(host) ? isPublic(host) : host.replace(/\.$/, "").includes(".");
}

/**
 * Whether a numeric address is one of the public internet: none of the blocks that the IANA registries set apart, and none of
 * the forms of IPv6 in which an address of IPv4 travels.
 */
export function isPublic(number: string): boolean {
  if (!isNumber(number) || number.includes("%")) return false;
  const address = ipaddr.parse(number);
  if (address.range() !== "unicast" || number === ADDRESS_OF_AZURE_METADATA) return false;
  return address.kind() === "ipv4" || address.match(ipaddr.parseCIDR(GLOBAL_UNICAST));
}

/** All that has been given out of IPv6 (RFC 4291). */
const GLOBAL_UNICAST = "2000::/3";
