import ipaddr from "ipaddr.js";

/** What an address is counted under: itself, for IPv6 the /64 that one household has, for IPv4 in IPv6 the IPv4 address. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address.slice(0, 64);
  const parsed = ipaddr.process(address.split("%", 1)[0] ?? address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const prefix = parsed
    .toByteArray()
    .slice(0, 8)
    .concat(Array.from({ length: 8 }, () => 0));
  return `${ipaddr.fromByteArray(prefix).toString()}/64`;
}
