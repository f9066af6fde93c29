/** Why a call to an outside party did not give what was asked. */
export type CallRefusal =
  /** No answer, or one that cannot be read: it may have happened. Look it up under our own id before sending it again. */
  | { readonly kind: "outcome_unknown"; readonly detail: string }
  /** Surely not done, and the same call may be sent again later. */
  | { readonly kind: "try_later"; readonly detail: string; readonly retryAfterSeconds?: number }
  /** They said no, and saying it again changes nothing. */
  | { readonly kind: "declined"; readonly code: string; readonly detail: string }
  /** They know nothing under that id. */
  | { readonly kind: "not_found" }
  /** Our keys or settings are wrong: staff must act. */
  | { readonly kind: "misconfigured"; readonly detail: string };

/** A webhook says only where to look; what happened is asked for. */
export type WebhookRefusal = "forged" | "stale" | "unreadable";

/** An incoming webhook as it came: raw bytes, header names in lower case. */
export type RawWebhook = {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Uint8Array;
};
