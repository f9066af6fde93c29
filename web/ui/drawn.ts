import { drawnAs, fitted, type Patch, pixelsOf } from "./redaction.ts";

/** Draws a picture the way it was held, as large as the canvas may be; false for what is no picture to this browser. */
export async function drawOn(canvas: HTMLCanvasElement, file: Blob, most?: number): Promise<boolean> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    Object.assign(canvas, fitted(picture.width, picture.height, most));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return true;
  } catch {
    return false;
  }
}

/** The picture once more, black where it is hidden, and without whatever a camera wrote into its file; null where it cannot be made. */
export async function redacted(file: File, patches: readonly Patch[]): Promise<File | null> {
  const canvas = document.createElement("canvas");
  if (!(await drawOn(canvas, file))) return null;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.fillStyle = "#000";
  for (const patch of patches) {
    const { x, y, w, h } = pixelsOf(patch, canvas.width, canvas.height);
    pen.fillRect(x, y, w, h);
  }
  const { name, mediaType } = drawnAs(file.name, file.type);
  // What one could see through would turn black where the new picture cannot say so.
  pen.globalCompositeOperation = "destination-over";
  pen.fillStyle = "#fff";
  if (mediaType === "image/jpeg") pen.fillRect(0, 0, canvas.width, canvas.height);
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, mediaType, 0.9));
  return bytes && new File([bytes], name, { type: mediaType });
}
