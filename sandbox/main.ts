import { startSandbox } from "./index.ts";

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};
const optional = (name: string): string | undefined => process.env[name] || undefined;

const webhookHeader = optional("AMANA_SANDBOX_RAPIDSHYP_WEBHOOK_HEADER");
const webhookPath = optional("AMANA_SANDBOX_RAPIDSHYP_WEBHOOK_PATH");
const mailPort = optional("AMANA_SANDBOX_MAIL_PORT");
const scannerPort = optional("AMANA_SANDBOX_SCANNER_PORT");
const host = optional("AMANA_SANDBOX_HOST");

const sandbox = await startSandbox({
  port: Number(optional("AMANA_SANDBOX_PORT") ?? "4100"),
  ...(host ? { host } : {}),
  ...(mailPort ? { mailPort: Number(mailPort) } : {}),
  ...(scannerPort ? { scannerPort: Number(scannerPort) } : {}),
  dataDir: need("AMANA_SANDBOX_DATA"),
  appUrl: need("AMANA_SANDBOX_APP_URL").replace(/\/$/, ""),
  cashfree: {
    clientId: need("AMANA_SANDBOX_CASHFREE_CLIENT_ID"),
    clientSecret: need("AMANA_SANDBOX_CASHFREE_CLIENT_SECRET"),
    payoutClientId: need("AMANA_SANDBOX_CASHFREE_PAYOUT_CLIENT_ID"),
    payoutClientSecret: need("AMANA_SANDBOX_CASHFREE_PAYOUT_CLIENT_SECRET"),
  },
  rapidshyp: {
    token: need("AMANA_SANDBOX_RAPIDSHYP_TOKEN"),
    webhookToken: need("AMANA_SANDBOX_RAPIDSHYP_WEBHOOK_TOKEN"),
    ...(webhookHeader ? { webhookHeader } : {}),
    ...(webhookPath ? { webhookPath } : {}),
  },
});
console.log(`sandbox ready on ${sandbox.url}`);

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  sandbox.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
