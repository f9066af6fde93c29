import type { Result } from "@amana/core/result";
import type { CallRefusal } from "./call.ts";

export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as a page; absent: there is the text only. */
  readonly html?: string;
  /** Direction of the text, for clients that show HTML. */
  readonly language: "en" | "ar";
  /** Stays the same when it is sent again, so that receivers can drop a second one. */
  readonly id: string;
};

/** Sends e-mail. That a server took it says nothing of its arrival. */
export type Mailer = { send(mail: Mail): Promise<Result<null, CallRefusal>> };
