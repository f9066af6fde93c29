import type { Refusal } from "@amana/core/escrow";
import type { Id } from "@amana/core/ids";
import { unreachable } from "@amana/core/result";
import type { Instant } from "@amana/core/time";

type ProblemForm = {
  readonly status: number;
  readonly title: string;
  /** Whether the very same request may succeed later. */
  readonly canRetry: boolean;
  readonly suggestedAction: string;
};

/** Every code that an answer can carry. Codes are stable: clients branch on them. */
export const PROBLEMS = {
  VALIDATION_FAILED: form(400, "The request is not valid", "Correct the fields named in errors and send it again."),
  UNAUTHENTICATED: form(401, "Nobody is signed in", "Sign in, then send the request again."),
  WEBHOOK_REFUSED: form(
    401,
    "The signature does not fit",
    "Sign the exact bytes with the current secret and a fresh timestamp.",
  ),
  SECOND_FACTOR_REQUIRED: form(
    401,
    "The second factor is missing",
    "Send the code of the second factor, then send the request again.",
  ),
  SIGN_IN_REFUSED: form(401, "E-mail address or password is wrong", "Check both, or ask for a new password."),
  EMAIL_NOT_VERIFIED: form(
    403,
    "The e-mail address is not verified yet",
    "Open the link in the mail that was just sent, then sign in.",
  ),
  LINK_REFUSED: form(403, "This link is used, too old or replaced by a newer one", "Ask for a new link."),
  CODE_REFUSED: form(403, "The code is not right", "Wait for the next code, or use another way."),
  STEP_UP_REQUIRED: form(
    403,
    "This needs a fresh confirmation",
    "Confirm the challenge with a code, then send the very same request with its id in Amana-Step-Up.",
  ),
  NOT_ENTITLED: form(403, "What was bought is not open", "Look at its state in the library."),
  ACCOUNT_SUSPENDED: form(403, "This account is suspended", "Ask support why."),
  INSUFFICIENT_SCOPE: form(
    403,
    "This key or token may not do that",
    "Use one with the scope that the reference names, or sign in: some things are for people alone.",
  ),
  FORBIDDEN: form(403, "Not allowed", "Ask somebody who has the right to do this."),
  NOT_FOUND: form(404, "There is no such thing", "Check the address and the id."),
  METHOD_NOT_ALLOWED: form(405, "Not with this method", "Use one of the methods in the Allow header."),
  REQUEST_TIMEOUT: retry(408, "The request came too slowly", "Send it again."),
  TRANSITION_NOT_ALLOWED: form(
    409,
    "Not in this state",
    "Read the order again: its actions tell what may be done now.",
  ),
  ALREADY_ANSWERED: form(409, "This has been answered already", "Read it again."),
  DISPUTE_CLOSED: form(
    409,
    "The dispute takes no more of this",
    "Read it again to see how it ended or what it waits for.",
  ),
  DEADLINE_PASSED: form(409, "The deadline has passed", "Read the order again: its status follows from the deadline."),
  LISTING_UNAVAILABLE: form(409, "The listing is not for sale", "Choose another listing."),
  INSUFFICIENT_INVENTORY: form(409, "Not enough in stock", "Order a smaller quantity."),
  NEGOTIATION_OVER: form(409, "The negotiation has ended", "Read it again; open a new one about the listing."),
  OFFER_NOT_STANDING: form(
    409,
    "That offer does not stand",
    "Read the negotiation again: its actions tell what may be done now.",
  ),
  AMOUNTS_ARE_HELD: form(
    409,
    "The money is held by these amounts",
    "Change the words beside the terms, or cancel the order and agree anew.",
  ),
  QUOTE_EXPIRED: form(
    409,
    "The shipping quote has expired",
    "Ask for new shipping rates and order with the new quote.",
  ),
  PAYMENT_NOT_CONFIRMED: retry(
    409,
    "The gateway has not confirmed the payment",
    "Wait for the gateway's confirmation; do not pay twice.",
  ),
  PAYMENT_CLOSING: retry(
    409,
    "Another payment of this is just being closed",
    "Try again in a moment with the same idempotency key; do not pay the one that is being closed.",
  ),
  CART_CHANGED: form(
    409,
    "The cart is not what was quoted",
    "Read the cart again with the postcode, and buy with the quotes that it gives.",
  ),
  PRICE_CHANGED: form(
    409,
    "It comes to another amount than was expected",
    "Read the cart again, and confirm the amount that it shows.",
  ),
  SEVERAL_CURRENCIES: form(
    422,
    "There are prices in several currencies",
    "Buy what is priced in one currency at a time.",
  ),
  BANK_ACCOUNT_REQUIRED: form(
    409,
    "A bank account is needed first",
    "Add a bank account and wait until it is verified.",
  ),
  BANK_ACCOUNT_EXISTS: form(
    409,
    "This bank account is on your list already",
    "Use the one that is there, or have it verified again.",
  ),
  BANK_ACCOUNT_ON_HOLD: retry(
    409,
    "The bank account was changed a short while ago",
    "Wait until the time that the account tells, or withdraw to another one.",
  ),
  INSUFFICIENT_BALANCE: form(409, "The wallet does not hold as much", "Withdraw no more than what is available."),
  WITHDRAWAL_LIMIT: retry(
    409,
    "More than may be withdrawn in a day",
    "Withdraw less, or the rest a day after the last withdrawal.",
  ),
  LIMIT_REACHED: form(409, "There are as many as there may be", "Remove one that is not needed any more."),
  LAST_WAY_IN: form(409, "Nothing would be left to sign in with", "Set a password or link another provider first."),
  WEBHOOK_ENDPOINT_DISABLED: form(409, "The endpoint is switched off", "Switch it on, then send the request again."),
  IDEMPOTENCY_IN_FLIGHT: retry(
    409,
    "The same request is still running",
    "Send it again with the same key after Retry-After seconds.",
  ),
  FILE_BEING_CHECKED: retry(409, "The file is still being checked for viruses", "Try again in a minute."),
  FILE_INFECTED: form(
    410,
    "A virus was found in this file, and it was removed",
    "Ask whoever brought it for another one; clean the computer that it came from.",
  ),
  VERSION_CONFLICT: form(412, "It has changed since it was read", "Read it again, then decide again."),
  BODY_TOO_LARGE: form(413, "The body is too large", "Send less at once."),
  UNSUPPORTED_MEDIA_TYPE: form(
    415,
    "Only application/json is read here",
    "Send JSON as UTF-8 with Content-Type: application/json.",
  ),
  IDEMPOTENCY_KEY_REUSED: form(
    422,
    "The idempotency key belongs to another request",
    "Use a new key for a new request.",
  ),
  FILE_NOT_TAKEN: form(
    422,
    "This file is not taken",
    "Send a picture, a PDF, a film, a ZIP, a document or a plain text, under a name that fits what it is.",
  ),
  INVALID_SHIPPING_ADDRESS: form(422, "The shipping address cannot be used", "Correct the address."),
  SHIPPING_NOT_AVAILABLE: form(422, "Nobody ships this there", "Choose another address or another courier."),
  OWN_LISTING: form(422, "This is your own listing", "Buy from another seller."),
  RATE_LIMITED: retry(429, "Too many requests", "Wait Retry-After seconds."),
  HEADERS_TOO_LARGE: form(431, "The headers are too large", "Send fewer and shorter headers."),
  INTERNAL: retry(
    500,
    "Something broke on our side",
    "Try again with the same idempotency key; if it stays, tell support the requestId.",
  ),
  PAYMENT_GATEWAY_UNAVAILABLE: retry(
    503,
    "The payment gateway does not answer",
    "Try again in a minute with the same idempotency key.",
  ),
  SIGN_IN_PROVIDER_UNAVAILABLE: retry(
    503,
    "The provider does not answer",
    "Try again in a minute, or sign in another way.",
  ),
  CARRIER_UNAVAILABLE: retry(
    503,
    "The carrier does not answer",
    "Try again in a minute with the same idempotency key.",
  ),
  DATABASE_UNAVAILABLE: retry(
    503,
    "Nothing can be written down at the moment",
    "It may have happened or not: try again in a minute with the same idempotency key.",
  ),
  OVERLOADED: retry(503, "Too much to do at the moment", "Try again after Retry-After seconds."),
} as const satisfies { readonly [code: string]: ProblemForm };

export type ProblemCode = keyof typeof PROBLEMS;
export type FieldError = { readonly field: string; readonly message: string };

/** What a person must confirm before a request goes on, and by which means. */
export type Challenge = {
  readonly id: Id<"stepUp">;
  readonly action: string;
  readonly expiresAt: Instant;
  readonly by: "totp" | "email";
};

/** A refusal as a handler answers it. */
export type ProblemAnswer<Code extends ProblemCode = ProblemCode> = {
  readonly kind: "problem";
  readonly code: Code;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** With STEP_UP_REQUIRED: what is to be confirmed first. */
  readonly challenge?: Challenge;
};

/** `detail` is for people and must hold nothing private; `errors` name the fields that are wrong. */
export const problem = <Code extends ProblemCode>(
  code: Code,
  detail?: string,
  errors?: readonly FieldError[],
): ProblemAnswer<Code> => ({ kind: "problem", code, ...(detail && { detail }), ...(errors && { errors }) });

/** The answer when one field is wrong in a way that its schema cannot say. */
export const invalid = (field: string, message: string): ProblemAnswer<"VALIDATION_FAILED"> =>
  problem("VALIDATION_FAILED", `${field} ${message}`, [{ field, message }]);

/** Passed from a hook to the error handler; handlers answer with the value instead. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly answer: ProblemAnswer;
  constructor(answer: ProblemAnswer) {
    super(answer.detail ?? answer.code);
    this.answer = answer;
  }
}

export const PROBLEM_MEDIA_TYPE = "application/problem+json";

/** RFC 9457: the body of an answer that refuses. */
export function problemBody({ code, detail, errors, challenge }: ProblemAnswer, requestId: string) {
  const { status, title, canRetry, suggestedAction } = PROBLEMS[code];
  return {
    type: `/api/problems/${code}`,
    title,
    status,
    detail: detail ?? title,
    code,
    canRetry,
    suggestedAction,
    ...(errors && { errors }),
    ...(challenge && { challenge: { ...challenge, expiresAt: new Date(challenge.expiresAt).toISOString() } }),
    requestId,
  };
}

/** What a route that gives commands to a deal must declare. */
export const DEAL_PROBLEMS = [
  "TRANSITION_NOT_ALLOWED",
  "DEADLINE_PASSED",
  "FORBIDDEN",
  "PAYMENT_NOT_CONFIRMED",
] as const;

/** What a deal refuses, in the words of HTTP. */
export function problemOfRefusal(refusal: Refusal): ProblemAnswer<(typeof DEAL_PROBLEMS)[number]> {
  switch (refusal) {
    case "no_such_command":
      return problem("TRANSITION_NOT_ALLOWED", "This order knows no such command.");
    case "not_in_this_state":
      return problem("TRANSITION_NOT_ALLOWED", "The order is in another state.");
    case "deal_is_final":
      return problem("TRANSITION_NOT_ALLOWED", "The order has ended.");
    case "too_early":
      return problem("TRANSITION_NOT_ALLOWED", "It is too early for this.");
    case "old_news":
      return problem("TRANSITION_NOT_ALLOWED", "The order is past this.");
    case "not_for_this_actor":
      return problem("FORBIDDEN", "This command belongs to another party of the order.");
    case "deadline_passed":
      return problem("DEADLINE_PASSED");
    case "amount_differs":
      return problem("PAYMENT_NOT_CONFIRMED", "The amount paid is not the amount of the order.");
    case "not_a_division":
      return problem("TRANSITION_NOT_ALLOWED", "A settlement leaves a part to each of the two.");
    case "not_extendable":
      return problem("TRANSITION_NOT_ALLOWED", "This deadline cannot be moved, or not by so much.");
    case "no_revisions_left":
      return problem("TRANSITION_NOT_ALLOWED", "All revisions that the offer includes are used.");
    default:
      return unreachable(refusal);
  }
}

function form(status: number, title: string, suggestedAction: string): ProblemForm {
  return { status, title, canRetry: false, suggestedAction };
}

function retry(status: number, title: string, suggestedAction: string): ProblemForm {
  return { status, title, canRetry: true, suggestedAction };
}
