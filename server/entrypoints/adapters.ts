import type { Carrier } from "#ports/carrier";
import type { Clock } from "#ports/clock";
import type { FileStore } from "#ports/file-store";
import type { Mailer } from "#ports/mailer";
import type { PaymentGateway } from "#ports/payment-gateway";
import type { PayoutRail } from "#ports/payout-rail";
import type { SignInProvider } from "#ports/sign-in-provider";
import type { StatementSource } from "#ports/statement";
import type { VirusScanner } from "#ports/virus-scanner";
import type { Config, Secret } from "#runtime/config";
import { rapidshyp } from "../adapters/carriers/rapidshyp/index.ts";
import { smtpMailer } from "../adapters/channels/smtp/index.ts";
import { diskFiles } from "../adapters/file-stores/disk/index.ts";
import { cashfree } from "../adapters/gateways/cashfree/index.ts";
import { cashfreeStatement } from "../adapters/gateways/cashfree/statement.ts";
import { cashfreePayouts } from "../adapters/payout-rails/cashfree/index.ts";
import { openId } from "../adapters/sign-in/openid/index.ts";
import { fetchHttp } from "../adapters/support/http.ts";
import { clamd } from "../adapters/virus-scanners/clamd/index.ts";

export type Adapters = {
  readonly gateways: PaymentGateway[];
  readonly rail: PayoutRail | null;
  readonly carriers: Carrier[];
  readonly statements: StatementSource[];
  readonly mailer: Mailer;
  readonly signInProviders: SignInProvider[];
  readonly files: {
    readonly store: FileStore;
    readonly quotaBytes: number;
    readonly scanner: VirusScanner | null;
  };
};

const MEGABYTE = 1024 * 1024;

const CALL_TIMEOUT_MS = 15_000;
const LARGEST_ANSWER = 4 * 1024 * 1024;

const revealed = (secrets: readonly Secret[]): string[] => secrets.map((one) => one.reveal());

/** The outside parties whose keys are configured. One more is one more line. */
export function createAdapters(config: Config, clock: Clock): Adapters {
  const http = fetchHttp({ timeoutMs: CALL_TIMEOUT_MS, maxBytes: LARGEST_ANSWER });
  const { cashfree: gateway, cashfreePayouts: payouts, rapidshyp: carrier } = config;
  return {
    gateways: gateway
      ? [
          cashfree(
            {
              ...gateway,
              clientSecret: gateway.clientSecret.reveal(),
              previousSecrets: revealed(gateway.previousSecrets),
            },
            http,
          ),
        ]
      : [],
    statements: gateway ? [cashfreeStatement({ ...gateway, clientSecret: gateway.clientSecret.reveal() }, http)] : [],
    rail: payouts
      ? cashfreePayouts(
          {
            ...payouts,
            clientSecret: payouts.clientSecret.reveal(),
            previousSecrets: revealed(payouts.previousSecrets),
          },
          http,
        )
      : null,
    mailer: smtpMailer({
      url: config.smtp.url.reveal(),
      from: config.smtp.from,
      encrypted: config.mode === "production",
    }),
    files: {
      store: diskFiles(config.files.folder),
      quotaBytes: config.files.quotaMegabytes * MEGABYTE,
      scanner: config.virusScanner && clamd(config.virusScanner),
    },
    signInProviders: config.signInProviders.map((one) =>
      openId({ ...one, clientSecret: one.clientSecret.reveal(), allowPlainHttp: config.mode === "sandbox" }, clock),
    ),
    carriers: carrier
      ? [
          rapidshyp(
            {
              ...carrier,
              token: carrier.token.reveal(),
              webhook: { header: carrier.webhook.header, token: carrier.webhook.token.reveal() },
            },
            { http, clock },
          ),
        ]
      : [],
  };
}
