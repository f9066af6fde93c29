import type { Result } from "@amana/core/result";
import type { CallRefusal } from "#ports/call";
import type { Http } from "../../support/http.ts";
import { accepted } from "./refusals.ts";

export type Call = (path: string, what: "read" | "write", body?: object) => Promise<Result<unknown, CallRefusal>>;

/** What every call to RapidShyp needs: the line, our store there, and where buyers follow a parcel. */
export type Shop = { readonly call: Call; readonly storeName: string; readonly trackingPage: string };

/** Every call of theirs is a POST, reads too. */
export function caller({ baseUrl, token }: { readonly baseUrl: string; readonly token: string }, http: Http): Call {
  return async (path, what, body = {}) =>
    accepted(
      await http({ method: "POST", url: `${baseUrl}${path}`, headers: { "rapidshyp-token": token }, body }),
      what,
    );
}
