import { ok, type Result, refuse } from "@amana/core/result";
import sharp from "sharp";

/** One picture in one width, as WebP. */
export type Rendition<Name extends string> = {
  readonly name: Name;
  readonly width: number;
  readonly bytes: Uint8Array;
};

export type NotAPicture = "not_a_picture" | "too_many_pixels";

const starts = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...Buffer.from(text, "latin1")].every((byte, index) => bytes[at + index] === byte);

const FORMS: Readonly<Record<string, (bytes: Uint8Array) => boolean>> = {
  "image/jpeg": (bytes) => starts(bytes, "\xff\xd8\xff"),
  "image/png": (bytes) => starts(bytes, "\x89PNG\r\n\x1a\n"),
  "image/webp": (bytes) => starts(bytes, "RIFF") && starts(bytes, "WEBP", 8),
};

export const PICTURE_TYPES: readonly string[] = Object.keys(FORMS);

/** More is a flood: a few kilobytes can claim to be gigabytes. */
const MOST_PIXELS = 40_000_000;
const QUALITY = 80;

// Only the readers of these three are ever run, whatever the bytes claim to be; what they have read is not kept.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });
sharp.cache(false);
sharp.concurrency(1);

/**
 * A picture made anew in each of these widths, upright, as its first frame. Nothing of the bytes that came is kept: neither where it
 * was taken nor whatever was hidden behind it. A smaller one is not made larger.
 */
export async function renditions<Name extends string>(
  bytes: Uint8Array,
  mediaType: string,
  widths: Readonly<Record<Name, number>>,
): Promise<Result<Rendition<Name>[], NotAPicture>> {
  if (!FORMS[mediaType]?.(bytes)) return refuse("not_a_picture");
  const size = await sizeOf(bytes);
  if (!size) return refuse("not_a_picture");
  if (size.width * size.height > MOST_PIXELS) return refuse("too_many_pixels");
  try {
    const made: Rendition<Name>[] = [];
    for (const name of Object.keys(widths) as Name[]) made.push(await rendition(bytes, name, widths[name]));
    return ok(made);
  } catch {
    // What cannot be read to its end is no picture; libvips says so in many ways.
    return refuse("not_a_picture");
  }
}

async function rendition<Name extends string>(bytes: Uint8Array, name: Name, width: number): Promise<Rendition<Name>> {
  const { data, info } = await open(bytes)
    .autoOrient()
    .resize({ width, height: width * 2, fit: "inside", withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { name, width: info.width, bytes: data };
}

const open = (bytes: Uint8Array) =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true, pages: 1 });

/** By its head alone: nothing is decoded. */
async function sizeOf(bytes: Uint8Array): Promise<{ readonly width: number; readonly height: number } | null> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
    return { width, height };
  } catch {
    return null;
  }
}
