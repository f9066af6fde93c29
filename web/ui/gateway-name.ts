/** Payment gateways as they write themselves; the API knows them by a code. */
const NAMES: Readonly<Record<string, string>> = { cashfree: "Cashfree" };

export const gatewayName = (code: string): string => NAMES[code] ?? code;
