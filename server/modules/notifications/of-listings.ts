import { type ListingId, parseId } from "@amana/core/ids";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { readListing } from "#modules/catalog";
import { readReader } from "#modules/identity";
import type { Subscription } from "#runtime/work";
import { type Telling, tell } from "./tell.ts";

const Judged = Type.Object({
  listing: Type.String(),
  what: Type.Union([Type.Literal("approved"), Type.Literal("rejected")]),
  at: Type.Integer(),
});

/** Sellers hear what staff have made of what they offer; why it was sent back is on the listing's own page. */
export const tellOfListings = (telling: Telling): Subscription[] => [
  {
    name: "tell of listing.judged",
    topic: "listing.judged",
    async hear(tx, payload, now) {
      const { listing: name, what, at } = Value.Parse(Judged, payload);
      const listingId = listingIn(name);
      const listing = listingId && (await readListing(tx, listingId));
      // Nobody is left to be told.
      const reader = listing && (await readReader(tx, listing.seller));
      if (!listingId || !listing || !reader) return;
      const { en, ar } = listing.title;
      const title = reader.language === "ar" ? (ar ?? en) : (en ?? ar);
      const params = { ...(title !== null && { name: title }), listingId };
      const eventKey = `${listingId}:${what}:${at}`;
      await tell(tx, telling, { user: listing.seller, eventKey, key: `listing_${what}`, params, order: null }, now);
    },
  },
];

const listingIn = (text: string): ListingId | null => parseId("product", text) ?? parseId("service", text);
