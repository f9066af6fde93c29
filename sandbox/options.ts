/** Simulated durations in milliseconds between the steps the outside companies take by themselves. */
export type Latency = { readonly refundMs: number; readonly payoutStepMs: number };

export type SandboxOptions = {
  readonly port: number;
  readonly host?: string;
  /** Where mail is taken; 25 above `port` when absent, and any free port when that is 0. */
  readonly mailPort?: number;
  /** Where files are looked at for viruses; 35 above `port` when absent, and any free port when that is 0. */
  readonly scannerPort?: number;
  readonly dataDir: string;
  /** Where webhooks go when an order names no notify_url. */
  readonly appUrl: string;
  readonly cashfree: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly payoutClientId: string;
    readonly payoutClientSecret: string;
  };
  readonly rapidshyp: {
    readonly token: string;
    /** Default `access-token`; with `authorization` the token is sent as `Bearer <token>`. */
    readonly webhookHeader?: string;
    readonly webhookToken: string;
    /** Default `/api/v1/webhooks/rapidshyp/tracking`. */
    readonly webhookPath?: string;
  };
  /** What the application calls itself at the simulated sign-in provider; `sandbox-oidc-client` when absent. */
  readonly oidc?: { readonly clientId: string; readonly clientSecret: string };
  readonly latency?: Partial<Latency>;
  /** Cashfree PG calls allowed per operation and real minute; default 5000. */
  readonly rateLimitPerMinute?: number;
};

export const DEFAULT_LATENCY: Latency = { refundMs: 60_000, payoutStepMs: 10_000 };
