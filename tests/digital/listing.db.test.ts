import { afterAll, beforeAll, expect, test } from "vitest";
import { createGround, FONT, type Ground } from "./ground.ts";

let ground: Ground;

beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());

const create = (body: object) => ground.ask("seller", "POST", "/products", { ...FONT, ...body });
const submit = (id: string) => ground.ask("seller", "POST", `/seller/listings/${id}/submit`);

test("what is digital is not offered without a file, and its bytes are nobody's to see before they are paid for", async () => {
  const { ask, upload } = ground;
  const bare = await create({});
  expect([bare.status, bare.body.files]).toEqual([201, []]);
  const refused = await submit(bare.body.id);
  expect([refused.status, refused.body.errors]).toEqual([400, [{ field: "files", message: "is missing" }]]);

  const file = await upload("seller", "naskh.txt", "the letters\n");
  const changed = await ask("seller", "PATCH", `/products/${bare.body.id}`, { files: [file] });
  expect(changed.body).toMatchObject({ version: 2, files: [{ id: file, name: "naskh.txt", size: 12 }] });
  expect((await submit(bare.body.id)).body.state).toBe("active");

  const seen = await ask(null, "GET", `/products/${bare.body.id}`);
  expect(seen.body.files).toEqual([{ name: "naskh.txt", mediaType: "text/plain", size: 12 }]);
  expect(JSON.stringify(seen.body)).not.toContain(file);
  for (const who of ["buyer", "stranger"]) {
    expect((await ask(who, "GET", `/files/${file}`)).status).toBe(404);
    expect((await ask(who, "POST", `/files/${file}/link`)).status).toBe(404);
  }
});

test("only my own files for sale are taken, and what is refused holds none", async () => {
  const { ask, upload } = ground;
  const [mine, theirs] = [await upload("seller", "a.txt", "a"), await upload("buyer", "b.txt", "b")];
  const letter = await upload("seller", "c.txt", "c", "message");
  for (const files of [[theirs], [mine, theirs], [letter], [`fil_${"0".repeat(32)}`]]) {
    const refused = await create({ files });
    expect([refused.status, refused.body.errors[0].field]).toEqual([400, "files"]);
  }
  const cloth = await create({ ...{ kind: "physical", category: "rugs-and-carpets" }, files: [mine] });
  expect([cloth.status, cloth.body.errors[0].field]).toEqual([400, "files"]);
  const { body } = await create({});
  const wrong = { files: [mine], category: "rugs-and-carpets" };
  expect((await ask("seller", "PATCH", `/products/${body.id}`, wrong)).status).toBe(400);
  expect((await ask("seller", "GET", `/files/${mine}`)).body.attached).toBe(false);
  expect((await create({ files: [mine] })).status).toBe(201);
  expect((await ask("seller", "GET", `/files/${mine}`)).body.attached).toBe(true);
  expect((await ask("seller", "DELETE", `/files/${mine}`)).status).toBe(409);
});

test("what is for sale has a file for as long as it is, and its files may be changed", async () => {
  const { ask, upload, offer } = ground;
  const product = await offer({ "v1.txt": "first" });
  const emptied = await ask("seller", "PATCH", `/products/${product}`, { files: [] });
  expect([emptied.status, emptied.body.errors]).toEqual([400, [{ field: "files", message: "is missing" }]]);
  const [b, a] = [await upload("seller", "b.txt", "b"), await upload("seller", "a.txt", "a")];
  const changed = await ask("seller", "PATCH", `/products/${product}`, { files: [b, a] });
  expect(changed.body.files.map(({ name }: { name: string }) => name)).toEqual(["b.txt", "a.txt"]);

  await ground.database.owner.query("update catalog.listing set state = 'inactive', files = '[]' where id = $1", [
    product.slice(4),
  ]);
  expect((await ask("seller", "POST", `/seller/listings/${product}/activate`)).status).toBe(400);
});

test("staff who judge a listing see its files, which is written down; of a draft nobody but its seller does", async () => {
  const reviewed = await createGround({ parts: { listingReview: "on" } });
  const { ask, upload, world, database } = reviewed;
  try {
    await database.owner.query(
      `update identity."user" set roles = array['user', 'support'] where id = (select id from identity."user" where name like 'arbiter%')`,
    );
    const file = await upload("seller", "naskh.txt", "the letters\n");
    const made = await ask("seller", "POST", "/products", { ...FONT, files: [file] });
    const links = (who: string) => ask(who, "POST", `/admin/listings/${made.body.id}/file-links`, {});
    expect((await links("arbiter")).body.code).toBe("TRANSITION_NOT_ALLOWED");
    await ask("seller", "POST", `/seller/listings/${made.body.id}/submit`);
    expect([(await links("buyer")).status, (await links("seller")).status]).toEqual([403, 403]);
    const entries = () =>
      database.owner.query<{ detail: object }>(
        "select detail from audit.entry where action = 'listing.files_opened' and subject = $1",
        [made.body.id],
      );
    expect(await entries()).toEqual([]);
    const { status, body } = await links("arbiter");
    expect([status, body.data]).toMatchObject([200, [{ id: file, name: "naskh.txt" }]]);
    const got = await ask(null, "GET", body.data[0].url.replace("https://amana.example.test/api/v1", ""));
    expect(got.raw.toString()).toBe("the letters\n");
    expect(await entries()).toEqual([{ detail: { version: 1, files: [file] } }]);
    await database.owner.query("update files.file set scan = 'waiting'");
    expect((await links("arbiter")).body.data).toMatchObject([{ id: file, url: null }]);
    expect([(await entries()).length, world.errors]).toEqual([1, []]);
  } finally {
    await reviewed.close();
  }
});
