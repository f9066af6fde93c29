/**
 * What the simulators of the sandbox accept, and what the history that it begins with is sealed with. These are public on purpose:
 * they open nothing but a simulator and demo data, and production refuses each of them.
 */
export const SANDBOX_CREDENTIALS = Object.freeze({
  cashfreeClientId: "sandbox-cashfree-client",
  cashfreeClientSecret: "sandbox-cashfree-secret-not-real",
  cashfreePayoutClientId: "sandbox-payouts-client",
  cashfreePayoutClientSecret: "sandbox-payouts-secret-not-real",
  rapidshypToken: "sandbox-rapidshyp-token-not-real",
  rapidshypWebhookToken: "sandbox-rapidshyp-webhook-not-real",
  oidcClientId: "sandbox-oidc-client",
  oidcClientSecret: "sandbox-oidc-secret-not-real",
  archiveDataKey: Buffer.from("sandbox-archive-data-key-32bytes").toString("base64"),
});

export const SANDBOX_URL = "http://127.0.0.1:4100";

/** The simulators' mailbox listens so many ports above their pages. */
const MAILBOX_ABOVE = 25;

/** And their scanner so many. */
const SCANNER_ABOVE = 35;

/** Where the simulators take mail. */
export const mailboxAt = (address: string): string => `smtp://${portAbove(address, MAILBOX_ABOVE)}`;

/** Where they look for viruses. */
export const scannerAt = (address: string): string => `clamd://${portAbove(address, SCANNER_ABOVE)}`;

function portAbove(address: string, above: number): string {
  const { hostname, port, protocol } = new URL(address);
  return `${hostname}:${Number(port || (protocol === "https:" ? 443 : 80)) + above}`;
}

/** Where each outside party is found at the simulators' address, with the same paths as the real ones. */
export const simulatorsAt = (address: string) => ({
  cashfree: `${address}/cashfree/pg`,
  cashfreeScript: `${address}/cashfree/js/v3/cashfree.js`,
  cashfreePayouts: `${address}/cashfree/payout`,
  rapidshyp: `${address}/rapidshyp/rapidshyp/apis/v1`,
  oidc: `${address}/oidc`,
});

/** Hosts of the providers' own. RapidShyp has no test system. */
export const PROVIDERS = {
  sandbox: {
    cashfree: "https://sandbox.cashfree.com/pg",
    cashfreePayouts: "https://sandbox.cashfree.com/payout",
  },
  production: {
    cashfree: "https://api.cashfree.com/pg",
    cashfreePayouts: "https://api.cashfree.com/payout",
  },
  cashfreeScript: "https://sdk.cashfree.com/js/v3/cashfree.js",
  rapidshyp: "https://api.rapidshyp.com/rapidshyp/apis/v1",
} as const;
