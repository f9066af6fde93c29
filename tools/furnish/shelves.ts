import sharp from "sharp";
import type { Doing } from "../play/agenda.ts";
import { type Article, HOUR, type Stage } from "../play/sales.ts";
import { type Listing, pictureOf } from "./goods/index.ts";

// The application's modules, which are loaded here too, let nobody read drawings: strangers send them theirs. These are our own.
sharp.unblock({ operation: ["VipsForeignLoadSvgBuffer"] });

type Listed = {
  readonly id: string;
  readonly price: Article["price"] | null;
  readonly variants?: readonly { readonly id: string; readonly price: Article["price"] }[];
};

export type Kind = "physical" | "digital" | "service";

const PICTURE_WIDTH = 1000;

/** A shop offers something, with its picture, and staff look at it before anybody else sees it. */
export async function* offer(stage: Stage, goods: Listing, onSale: (kind: Kind, article: Article) => void): Doing {
  const { api, dice } = stage;
  const { shop, picture, route, body } = goods;
  const kind = "kind" in body ? body.kind : "service";
  const files = kind === "digital" ? { files: [await filesOf(stage, goods)] } : {};
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
  const price = variant?.price ?? listed.price ?? { amount: 0, currency: "INR" };
  onSale(kind, { id: listed.id, seller: shop, variant: variant?.id ?? null, price });
}

/** What a demo buyer downloads: a page that says what it stands for. */
async function filesOf({ api }: Stage, { shop, picture, body }: Listing): Promise<string> {
  const text = `${body.title.en}\n${body.title.ar}\n\nThis file stands for what a real seller would sell (demo).\n`;
  return (await api.bring(shop, `${picture}.txt`, "asset", text)).id;
}
