import sharp from "sharp";
import type { Doing } from "../play/agenda.ts";
import { type Article, HOUR, type Stage } from "../play/sales.ts";
import { type Listing, pictureOf } from "./goods/index.ts";

type Listed = {
  readonly id: string;
  readonly price: Article["price"] | null;
  readonly variants?: readonly { readonly id: string; readonly price: Article["price"] }[];
};

// The application's modules, which are loaded here too, let nobody read drawings: strangers send them theirs. These are our own.
sharp.unblock({ operation: ["VipsForeignLoadSvgBuffer"] });

const PICTURE_WIDTH = 1000;

/** A shop offers something, with its picture, and staff look at it before anybody else sees it. */
export async function* offer(stage: Stage, goods: Listing, onSale: (article: Article) => void): Doing {
  const { api, dice } = stage;
  const { shop, picture, route, body } = goods;
  const files = "kind" in body && body.kind === "digital" ? { files: [await brought(stage, shop, picture)] } : {};
  const listed = await api.post<Listed>(shop, route, { ...body, ...files });
  const png = await sharp(Buffer.from(pictureOf(picture)))
    .resize(PICTURE_WIDTH)
    .png()
    .toBuffer();
  await api.upload(shop, `/seller/listings/${listed.id}/pictures`, "image/png", png);
  await api.post(shop, `/seller/listings/${listed.id}/submit`);
  yield dice.between(1, 5) * HOUR;
  await api.post("admin", `/admin/listings/${listed.id}/approve`);
  const variant = listed.variants?.[0];
  const price = variant?.price ?? listed.price;
  if (price) onSale({ id: listed.id, seller: shop, variant: variant?.id ?? null, price });
}

/** What buyers of something digital get: a file that says that it is none. */
async function brought({ api }: Stage, shop: string, name: string): Promise<string> {
  const bytes = Buffer.from(`This stands for "${name}" in a demo marketplace.\n`);
  const path = `/files?name=${name}.txt&purpose=asset`;
  return (await api.upload<{ id: string }>(shop, path, "application/octet-stream", bytes)).id;
}
