import type { Hit } from "../../api/shopping.ts";

/** The page of a listing, below the language. */
export const listingPage = ({ id, kind }: Pick<Hit, "id" | "kind">): string =>
  `/${kind === "service" ? "services" : "products"}/${id}`;
