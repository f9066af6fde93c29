import { Type } from "typebox";
import { doneBy, record } from "#modules/audit";
import { type LinkMeans, linkTo, notClean, readFiles } from "#modules/files";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  nullable,
  problem,
  type Route,
  reply,
  staff,
  strict,
} from "#runtime/http";
import { ListingIdJson } from "./schemas.ts";
import { readListing } from "./store.ts";

/** Whoever judges what is offered sees what would be sold, and that they did is written down. */
export const reviewFilesRoute = (db: Database, links: LinkMeans): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/listings/:id/file-links",
    operationId: "linkListingFiles",
    summary: "Addresses at which the files of a listing can be got for ten minutes",
    description:
      "For looking at what is offered, not for a draft. Each time is an entry of the audit log. Of a file that is not clean, or is gone, there is no address.",
    tag: "listings",
    policy: staff("support", "admin"),
    secret: true,
    params: strict({ id: ListingIdJson }),
    body: strict({}),
    responses: {
      200: strict({
        data: Type.Array(
          strict({
            ...{ id: IdOf("file"), name: Type.String() },
            url: nullable(Type.String()),
            expiresAt: InstantJson,
          }),
        ),
      }),
    },
    problems: ["NOT_FOUND", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, principal, origin, now }) {
      const listing = await readListing(db, id);
      if (!listing) return problem("NOT_FOUND");
      if (listing.state === "draft") return problem("TRANSITION_NOT_ALLOWED", "A draft is its seller's alone.");
      const there = await readFiles(
        db,
        listing.files.map((file) => file.id),
      );
      const data = listing.files.map(({ id: file, name }) => {
        const { url, expiresAt } = linkTo(links, file, now);
        const stored = there.get(file);
        const isOpen = stored !== undefined && notClean(stored) === null;
        return { id: file, name, url: isOpen ? url : null, expiresAt: instantJson(expiresAt) };
      });
      const files = data.flatMap((one) => (one.url === null ? [] : [one.id]));
      if (files.length > 0)
        await record(db, now, {
          ...doneBy("staff", { user: principal.id, origin }),
          ...{ action: "listing.files_opened", subject: id, reason: null, detail: { version: listing.version, files } },
        });
      return reply(200, { data });
    },
  });
