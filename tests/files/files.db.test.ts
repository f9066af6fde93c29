import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Id, parseId, uuidOf } from "../../core/ids/index.ts";
import { days, hours, minutes } from "../../core/time/index.ts";
import { attachFiles, personalFiles } from "../../server/modules/files/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld, FILE_QUOTA, type World } from "../money/world.ts";

let database: TestDatabase;
let world: World;
let app: Application;
let keys = 0;

beforeEach(async () => {
  database = await testDatabase();
  world = await createWorld(database, { bankAccount: false });
  await startSession(database.app, world.buyer, world.now(), "buyer");
  await startSession(database.app, world.seller, world.now(), "seller");
  app = await applicationOf(world);
});
afterEach(async () => {
  await app.close();
  await database.drop();
});

const NOTE = Buffer.from("The parcel was open when it came.\n");

type Sent = { readonly name?: string; readonly purpose?: string; readonly key?: string; readonly type?: string };

async function upload(who: string | null, bytes: Buffer, sent: Sent = {}) {
  keys += 1;
  const { name = "note.txt", purpose = "message", key = `upload-${keys}`, type = "application/octet-stream" } = sent;
  const answer = await app.inject({
    method: "POST",
    url: `/api/v1/files?${new URLSearchParams({ name, purpose })}`,
    headers: { "content-type": type, "idempotency-key": key, ...(who && { authorization: `Bearer ${who}` }) },
    payload: bytes,
  });
  return { status: answer.statusCode, body: answer.json() };
}

async function ask(who: string | null, method: "GET" | "POST" | "DELETE", path: string) {
  const url = path.startsWith("/") ? `/api/v1${path}` : path;
  const answer = await app.inject({ method, url, headers: who ? { authorization: `Bearer ${who}` } : {} });
  const isJson = String(answer.headers["content-type"]).includes("json");
  return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : answer.rawPayload };
}

const fileId = (text: string): Id<"file"> => parseId("file", text) ?? expect.fail(text);
const attach = (id: string) =>
  world.db.transaction((tx) => attachFiles(tx, world.buyer, "message", [fileId(id)], world.now()));

test("a file comes in, is told by its bytes, and is got back by a link, bit for bit", async () => {
  const { status, body } = await upload("buyer", NOTE, { name: "ملاحظة (1).txt" });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    ...{ name: "ملاحظة (1).txt", mediaType: "text/plain", size: NOTE.length, purpose: "message", attached: false },
    sha256: createHash("sha256").update(NOTE).digest("hex"),
  });
  expect([...world.files.kept.keys()]).toEqual([uuidOf(body.id)]);
  const link = await ask("buyer", "POST", `/files/${body.id}/link`);
  const got = await ask(null, "GET", link.body.url);
  expect([got.status, got.body.toString()]).toEqual([200, NOTE.toString()]);
  expect(got.headers).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "content-security-policy": expect.stringMatching(/; sandbox$/),
    "content-disposition": expect.stringMatching(/^attachment; filename="[A-Za-z0-9 ._()-]+"; filename\*=UTF-8''%D9/),
  });
});

test("a file is its owner's alone: to others, and to staff, there is none", async () => {
  const { body } = await upload("buyer", NOTE);
  for (const [method, path] of [
    ["GET", `/files/${body.id}`],
    ["POST", `/files/${body.id}/link`],
    ["DELETE", `/files/${body.id}`],
  ] as const) {
    expect((await ask("seller", method, path)).status, path).toBe(404);
    expect((await ask(null, method, path)).status, path).toBe(401);
  }
  expect((await ask("buyer", "GET", `/files/${body.id}`)).body.id).toBe(body.id);
  expect((await upload(null, NOTE)).status).toBe(401);
});

describe("a link", () => {
  test("opens for ten minutes, for one file, and for nobody who made it himself", async () => {
    const one = (await upload("buyer", NOTE)).body.id;
    const two = (await upload("seller", NOTE)).body.id;
    const { url, expiresAt } = (await ask("buyer", "POST", `/files/${one}/link`)).body;
    expect(Date.parse(expiresAt) - world.now()).toBe(minutes(10));
    const refused = async (address: string) => (await ask(null, "GET", address)).body.code;
    expect(await refused(url.replace(one, two))).toBe("LINK_REFUSED");
    expect(await refused(url.replace(/expires=\d+/, `expires=${world.now() + days(365)}`))).toBe("LINK_REFUSED");
    const forged = url.replace(/signature=(.)/, (_: string, first: string) => `signature=${first === "A" ? "B" : "A"}`);
    expect(await refused(forged)).toBe("LINK_REFUSED");
    world.jump(minutes(10));
    expect((await ask(null, "GET", url)).status).toBe(200);
    world.jump(1);
    expect(await refused(url)).toBe("LINK_REFUSED");
  });

  test("does not open what was taken away", async () => {
    const { id } = (await upload("buyer", NOTE)).body;
    const { url } = (await ask("buyer", "POST", `/files/${id}/link`)).body;
    expect((await ask("buyer", "DELETE", `/files/${id}`)).status).toBe(204);
    expect((await ask(null, "GET", url)).status).toBe(404);
    await world.settle();
    expect(world.files.kept.size).toBe(0);
  });
});

describe("cases 102 and 104: refused with nothing kept", () => {
  const refused = async (bytes: Buffer, sent: Sent) => {
    const { status, body } = await upload("buyer", bytes, sent);
    expect(world.files.kept.size).toBe(0);
    expect(await world.owner.query("select from files.file")).toEqual([]);
    return [status, body.code];
  };

  test("what a browser would run", async () => {
    expect(await refused(Buffer.from("<svg onload='x'/>"), { name: "a.svg" })).toEqual([422, "FILE_NOT_TAKEN"]);
    expect(await refused(NOTE, { name: "note.html" })).toEqual([422, "FILE_NOT_TAKEN"]);
    expect(await refused(Buffer.alloc(0), {})).toEqual([422, "FILE_NOT_TAKEN"]);
  });

  test("a name that is a path, or that turns the text around", async () => {
    for (const name of ["../../etc/note.txt", "a\\b.txt", "note\u202etxt.exe", "a\u0000.txt", ""])
      expect(await refused(NOTE, { name }), name).toEqual([400, "VALIDATION_FAILED"]);
  });

  test("more than 25 MiB, before anything is read of it", async () => {
    expect(await refused(Buffer.alloc(25 * 1024 * 1024 + 1, "a"), {})).toEqual([413, "BODY_TOO_LARGE"]);
  });
});

test("case 104: what one user has is limited, and room that is given back is room again", async () => {
  const large = Buffer.alloc(FILE_QUOTA - 10, "a");
  const { id } = (await upload("buyer", large)).body;
  expect((await upload("buyer", NOTE)).body.code).toBe("LIMIT_REACHED");
  expect((await upload("seller", NOTE)).status).toBe(201);
  expect((await ask("buyer", "DELETE", `/files/${id}`)).status).toBe(204);
  expect((await upload("buyer", NOTE)).status).toBe(201);
});

test("the same request twice is one file, and its key belongs to those bytes", async () => {
  const first = await upload("buyer", NOTE, { key: "once-and-again" });
  await database.owner.query("delete from http.idempotency");
  const second = await upload("buyer", NOTE, { key: "once-and-again" });
  expect([second.status, second.body.id]).toEqual([201, first.body.id]);
  await database.owner.query("delete from http.idempotency");
  const other = await upload("buyer", Buffer.from("other words"), { key: "once-and-again" });
  expect([other.status, other.body.code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
});

test("a disk that is full keeps nothing half, and the repeated request brings the file in", async () => {
  world.files.full = true;
  expect((await upload("buyer", NOTE, { key: "a-full-disk" })).status).toBe(500);
  const [row] = await world.owner.query<{ id: string }>("select id from files.file");
  expect((await ask("buyer", "GET", `/files/fil_${String(row?.id).replaceAll("-", "")}`)).status).toBe(404);
  world.files.full = false;
  const again = await upload("buyer", NOTE, { key: "a-full-disk" });
  expect(again.status).toBe(201);
  expect((await ask("buyer", "GET", `/files/${again.body.id}`)).status).toBe(200);
});

test("what nothing holds goes after a day, and what something holds stays", async () => {
  const left = (await upload("buyer", NOTE)).body.id;
  const held = (await upload("buyer", NOTE)).body.id;
  expect((await attach(held)).ok).toBe(true);
  await world.pass(hours(23));
  expect(world.files.kept.size).toBe(2);
  await world.pass(hours(2));
  expect([...world.files.kept.keys()]).toEqual([uuidOf(held)]);
  expect((await ask("buyer", "GET", `/files/${left}`)).status).toBe(404);
  expect((await ask("buyer", "GET", `/files/${held}`)).body.attached).toBe(true);
  expect((await ask("buyer", "DELETE", `/files/${held}`)).body.code).toBe("TRANSITION_NOT_ALLOWED");
  expect((await attach(left)).ok).toBe(false);
});

test("nobody attaches what is another's, of another purpose, or half there", async () => {
  const theirs = (await upload("seller", NOTE)).body.id;
  const evidence = (await upload("buyer", NOTE, { purpose: "evidence" })).body.id;
  expect((await attach(theirs)).ok).toBe(false);
  expect((await attach(evidence)).ok).toBe(false);
});

test("case 116: of whoever is forgotten no file is left, attached or not", async () => {
  const held = (await upload("buyer", NOTE)).body.id;
  await attach(held);
  await upload("buyer", NOTE);
  await upload("seller", NOTE);
  await world.db.transaction((tx) => personalFiles(async () => false).erase(tx, world.buyer, world.now()));
  expect((await ask("buyer", "GET", `/files/${held}`)).status).toBe(404);
  await world.settle();
  expect(world.files.kept.size).toBe(1);
  expect(await world.owner.query("select owner_id from files.file")).toHaveLength(1);
});
