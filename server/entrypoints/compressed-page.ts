import { randomBytes, randomInt } from "node:crypto";
import { pipeline, Readable, type Transform } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import { negotiate } from "@fastify/accept-negotiator";
import type { FastifyReply, FastifyRequest } from "fastify";

const TEXT = /^(?:text\/|application\/(?:json|xml|manifest\+json|ld\+json))|\+xml/;
/** Quick rather than small: a page is made anew for each reader. */
const WAYS: Readonly<Record<"br" | "gzip", () => Transform>> = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip({ level: 6 }),
};

/** Characters; what a guess of the secret changes is one or two. */
const MOST_PADDING = 128;

/**
 * A page as the reader's browser asks for it. What is said to somebody who is signed in stands beside what an address may put into the page, and the
 * length of the two, compressed together, tells of the first (BREACH). So each answer is longer by a length that nobody can foresee; and the session's
 * cookie, which no other site's requests carry but those that leave that site, keeps anyone from asking often enough to see through it.
 */
export function bodyFor(request: FastifyRequest, reply: FastifyReply, page: Response): Readable | undefined {
  if (!page.body) return undefined;
  const body = Readable.fromWeb(page.body);
  if (!TEXT.test(page.headers.get("content-type") ?? "") || page.headers.has("content-encoding")) return body;
  // A file that is written while it is taken: what compresses holds back what was written.
  if (page.headers.get("cache-control")?.includes("no-transform")) return body;
  void reply.header("vary", [page.headers.get("vary"), "accept-encoding"].filter(Boolean).join(", "));
  const way = negotiate(request.headers["accept-encoding"] ?? "identity", ["br", "gzip"]);
  if (!way) return body;
  reply.removeHeader("content-length");
  void reply.header("content-encoding", way);
  void reply.header("x-padding", randomBytes(MOST_PADDING).toString("hex").slice(0, randomInt(1, MOST_PADDING)));
  return pipeline(body, WAYS[way](), () => {
    // Whichever ends first ends the other; what failed was said where it failed.
  });
}
