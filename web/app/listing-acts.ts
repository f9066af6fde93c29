import { data, redirect } from "react-router";
import { FILES, filesOf } from "../api/files.ts";
import type { Problem } from "../api/problem.ts";
import { KINDS, type Listing, type ListingKind } from "../api/selling.ts";
import { type Args, command, commandUpon, keyAfter, newKey, sendFile } from "../api/server.ts";
import type { EditorAnswer } from "../features/listings/answer.ts";
import { afterRowAct, type Fields, fieldsOf } from "../features/listings/fields.ts";
import { arranged } from "../features/listings/pictures-order.ts";
import { type Wrong, wishOf, wrongOf } from "../features/listings/wish.server.ts";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

type Acting = Args & { params: { id?: string; lang?: string } };

export const kindIn = (text: string | null | undefined): ListingKind | null =>
  KINDS.find((one) => one === text) ?? null;

const FORM_ONLY = new Set(["intent", "idempotencyKey", "version", "kind"]);

const contentIn = (texts: Record<string, string>): Fields =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !FORM_ONLY.has(name)));

const answer = (given: Partial<EditorAnswer> & Pick<EditorAnswer, "form">) => {
  const whole: EditorAnswer = { fields: null, wrong: {}, problem: null, key: newKey(), saved: null, ...given };
  // What was saved is read anew, even where a second step was refused; after a refusal alone a page is not.
  const refused = whole.saved === null && (whole.problem !== null || Object.keys(whole.wrong).length > 0);
  return data(whole, { status: refused ? 422 : 200 });
};

/** Writes a draft down for the first time, and goes on to its page, where pictures and files are added. */
export async function createListing(args: Acting) {
  const texts = textsOf(await args.request.formData());
  const { intent = "save", idempotencyKey: key = newKey() } = texts;
  const fields = contentIn(texts);
  const kind = kindIn(texts.kind) ?? "physical";
  if (intent !== "save") return answer({ form: "content", fields: afterRowAct(fields, intent), key });
  const { body, wrong } = wishOf(kind, fields, true);
  if (Object.keys(wrong).length > 0) return answer({ form: "content", fields, wrong, key });
  const made = await command<Listing>(args, "POST", kind === "service" ? "/services" : "/products", body, key);
  if (!made.ok) return refusedContent(made.problem, fields, key);
  throw redirect(`/${args.params.lang}/selling/listings/${made.value.id}?made=1`);
}

const refusedContent = (problem: Problem, fields: Fields, key: string, wrong: Wrong = {}) =>
  answer({
    ...{ form: "content", fields, problem, key: keyAfter(problem, key) },
    wrong: { ...wrong, ...wrongOf(problem.errors, fields) },
  });

/** What the forms of an editor's page ask for. */
export async function editListing(args: Acting, listing: Listing) {
  const form = await args.request.formData();
  const texts = textsOf(form);
  const { intent = "save", idempotencyKey: key = newKey() } = texts;
  if (intent === "upload") return await addPictures(args, listing, form, key);
  if (intent.startsWith("picture:")) return await arrangePictures(args, listing, form, intent.slice(8), key);
  if (intent === "files") return await saveFiles(args, listing, form, key);
  if (intent.startsWith("move:")) return await moveListing(args, listing.id, intent.slice(5), key, "state");
  if (intent === "delete") return await removeListing(args, listing.id, key);
  if (intent === "stock") return await changeStock(args, texts, "stock");
  return await saveContent(args, listing, texts, { intent, key });
}

async function saveContent(
  args: Acting,
  listing: Listing,
  texts: Record<string, string>,
  { intent, key }: { intent: string; key: string },
) {
  const fields = contentIn(texts);
  if (!intent.startsWith("save")) return answer({ form: "content", fields: afterRowAct(fields, intent), key });
  const { body, wrong } = wishOf(listing.kind, fields, false);
  if (Object.keys(wrong).length > 0) return answer({ form: "content", fields, wrong, key });
  const path = `/${listing.kind === "service" ? "services" : "products"}/${pathPart(listing.id)}`;
  const sent = await commandUpon<Listing>(args, "PATCH", path, { body, version: texts.version, key });
  if (!sent.ok) return refusedContent(sent.problem, fields, key);
  const saved = { fields: fieldsOf(sent.value), saved: sent.value.version };
  if (intent !== "save:submit") return answer({ form: "content", ...saved });
  const submitted = await command<Listing>(
    args,
    "POST",
    `/seller/listings/${pathPart(listing.id)}/submit`,
    {},
    `${key}:submit`,
  );
  if (submitted.ok) throw redirect(`/${args.params.lang}/selling/listings/${listing.id}?submitted=1`);
  const lacking = wrongOf(submitted.problem.errors, saved.fields);
  return answer({ form: "content", ...saved, problem: submitted.problem, wrong: lacking });
}

/** Puts a listing on the way that a button names; lists and editors do. */
export async function moveListing(args: Acting, id: string, move: string, key: string, form: EditorAnswer["form"]) {
  const sent = await command<Listing>(
    args,
    "POST",
    `/seller/listings/${pathPart(id)}/${pathPart(move)}`,
    {},
    `${key}:${move}`,
  );
  return answer(sent.ok ? { form } : { form, problem: sent.problem, key: keyAfter(sent.problem, key) });
}

export async function removeListing(args: Acting, id: string, key: string) {
  const sent = await command<null>(args, "DELETE", `/seller/listings/${pathPart(id)}`, {}, `${key}:delete`);
  if (sent.ok) throw redirect(`/${args.params.lang}/selling/listings?removed=1`);
  return answer({ form: "state", problem: sent.problem, key: keyAfter(sent.problem, key) });
}

/** What was counted on the shelf less what was shown: the API wants a difference, so that what is sold meanwhile stays sold. */
export async function changeStock(args: Acting, texts: Record<string, string>, form: EditorAnswer["form"]) {
  const { listing = "", variant = "", shown = "", stock = "", idempotencyKey: key = newKey() } = texts;
  const change = Number(stock) - Number(shown);
  if (!/^\d{1,7}$/.test(stock) || !Number.isInteger(change))
    return answer({ form, wrong: { [`stock.${variant || listing}`]: "stock" } });
  if (change === 0) return answer({ form });
  const body = { change, ...(variant && { variantId: variant }) };
  const sent = await command<Listing>(
    args,
    "POST",
    `/seller/listings/${pathPart(listing)}/stock`,
    body,
    `${key}:stock`,
  );
  return answer(sent.ok ? { form } : { form, problem: sent.problem, key: keyAfter(sent.problem, key) });
}

/** Pictures that came with the form, where no script of the page has sent them. */
async function addPictures(args: Acting, listing: Listing, form: FormData, key: string) {
  const { altEn = "", altAr = "" } = textsOf(form);
  const alt = new URLSearchParams({ ...(altEn && { altEn }), ...(altAr && { altAr }) });
  for (const [place, file] of form.getAll(FILES).entries()) {
    if (typeof file === "string" || file.size === 0) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const path = `/seller/listings/${pathPart(listing.id)}/pictures?${alt}`;
    const sent = await sendFile(args, path, bytes, `${key}:${place}`, file.type || "image/jpeg");
    if (!sent.ok) return answer({ form: "pictures", problem: sent.problem, key: keyAfter(sent.problem, key) });
  }
  return answer({ form: "pictures", saved: listing.version });
}

async function arrangePictures(args: Acting, listing: Listing, form: FormData, act: string, key: string) {
  const texts = textsOf(form);
  const order = form.getAll("picture").map(String);
  const pictures = arranged(order, act).map((id) => {
    const [en = "", ar = ""] = [texts[`alt.${id}.en`], texts[`alt.${id}.ar`]];
    return { id, ...((en || ar) && { alt: { ...(en && { en }), ...(ar && { ar }) } }) };
  });
  const path = `/seller/listings/${pathPart(listing.id)}/pictures`;
  const sent = await commandUpon<Listing>(args, "PUT", path, { body: { pictures }, version: texts.version, key });
  if (!sent.ok) return answer({ form: "pictures", problem: sent.problem, key: keyAfter(sent.problem, key) });
  return answer({ form: "pictures", saved: sent.value.version });
}

/** All files at once, as a new version: those that stay, and those that came. */
async function saveFiles(args: Acting, listing: Listing, form: FormData, key: string) {
  const came = await filesOf(args, form, "asset", key);
  if (!came.ok) return answer({ form: "files", problem: came.problem, key: keyAfter(came.problem, key) });
  const files = [...form.getAll("keep").map(String), ...came.ids];
  const { version } = textsOf(form);
  const path = `/products/${pathPart(listing.id)}`;
  const sent = await commandUpon<Listing>(args, "PATCH", path, { body: { files }, version, key: `${key}:files` });
  if (!sent.ok) return answer({ form: "files", problem: sent.problem, key: keyAfter(sent.problem, key) });
  return answer({ form: "files", saved: sent.value.version });
}
