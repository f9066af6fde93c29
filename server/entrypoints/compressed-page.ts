import { pipeline, Readable, type Transform } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { negotiate } from "@fastify/accept-negotiator";
import type { FastifyReply, FastifyRequest } from "fastify";
import { sessionCookieName } from "#runtime/http";

const TEXT = /^(?:text\/|application\/(?:json|xml|manifest\+json|ld\+json))|\+xml/;
/** Quick rather than small: a page is made anew for each reader. */
const WAYS: Readonly<Record<"br" | "gzip", () => Transform>> = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip({ level: 6 }),
};

/** In production its name has something before it. */
const SESSION = sessionCookieName(false);

/**
 * A page as the reader's browser asks for it. Only pages for strangers are compressed: what is said to somebody who is signed in stands beside what an
 * address may put into the page, and the length of the two together would tell of the first (BREACH).
 */
export function bodyFor(request: FastifyRequest, reply: FastifyReply, page: Response): Readable | undefined {
  if (!page.body) return undefined;
  const body = Readable.fromWeb(page.body);
  if (!TEXT.test(page.headers.get("content-type") ?? "") || page.headers.has("content-encoding")) return body;
  void reply.header("vary", [page.headers.get("vary"), "accept-encoding"].filter(Boolean).join(", "));
  if (request.headers.cookie?.includes(SESSION) || page.headers.has("set-cookie")) return body;
  const way = negotiate(request.headers["accept-encoding"] ?? "identity", ["br", "gzip"]);
  if (!way) return body;
  reply.removeHeader("content-length");
  void reply.header("content-encoding", way);
  return pipeline(body, WAYS[way](), () => {
    // Whichever ends first ends the other; what failed was said where it failed.
  });
}
