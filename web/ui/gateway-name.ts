/** Payment gateways and couriers as they write themselves; the API knows them by a code. */
const NAMES: Readonly<Record<string, string>> = { cashfree: "Cashfree", rapidshyp: "RapidShyp" };

export const gatewayName = (code: string): string => NAMES[code] ?? code;
