import type { Api } from "../../tools/demo/api.ts";

/** A page worth showing: who looks, and where; `find` asks the API for what its address names. */
export type Shown = {
  readonly name: string;
  readonly title: string;
  readonly as: string | null;
  readonly find: (api: Api) => Promise<string>;
};

type Listed = { readonly data: readonly { readonly id: string; readonly [key: string]: unknown }[] };

const at = (path: string) => async (): Promise<string> => path;

/** The first of a list that is as wanted, else the first of all. */
const first =
  (as: string, list: string, address: (id: string) => string, wanted: (one: Listed["data"][number]) => boolean) =>
  async (api: Api): Promise<string> => {
    const { data } = await api.get<Listed>(as, list);
    const found = data.find(wanted) ?? data[0];
    if (!found) throw new Error(`${list} is empty.`);
    return address(found.id);
  };

/** What a visitor, a buyer, a seller and the staff see most. */
export const PAGES: readonly Shown[] = [
  { name: "home", title: "Home", as: null, find: at("") },
  { name: "browse", title: "Browse", as: null, find: at("/browse") },
  {
    name: "product",
    title: "A product",
    as: null,
    find: first(
      "buyer",
      "/listings?kind=physical&limit=50",
      (id) => `/products/${id}`,
      () => true,
    ),
  },
  { name: "play", title: "Play an escrow", as: null, find: at("/play") },
  {
    name: "order",
    title: "An order, as its buyer sees it",
    as: "buyer",
    find: first(
      "buyer",
      "/orders?limit=100",
      (id) => `/orders/${id}`,
      ({ status }) => status === "delivered",
    ),
  },
  {
    name: "dispute",
    title: "A dispute",
    as: "buyer",
    find: first(
      "buyer",
      "/disputes",
      (id) => `/disputes/${id}`,
      ({ status }) => status !== "closed",
    ),
  },
  {
    name: "agreement",
    title: "An agreement to sign",
    as: "buyer",
    find: first(
      "buyer",
      "/agreements",
      (id) => `/agreements/${id}`,
      () => true,
    ),
  },
  {
    name: "contract",
    title: "A project in milestones",
    as: "buyer",
    find: first(
      "buyer",
      "/contracts",
      (id) => `/contracts/${id}`,
      ({ status }) => status === "active",
    ),
  },
  { name: "to-do", title: "The seller's day", as: "seller", find: at("/selling") },
  { name: "dashboard", title: "A seller's figures", as: "seller", find: at("/dashboard/seller/products") },
  { name: "books", title: "The books", as: "finance", find: at("/finance") },
  { name: "operations", title: "Operations", as: "admin", find: at("/operations") },
];
