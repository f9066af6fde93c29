import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { days, hours, minutes } from "../../core/time/index.ts";
import { scanAllAgain, scanFiles } from "../../server/modules/files/index.ts";
import { createGround, type Ground } from "../digital/ground.ts";
import { FILE_QUOTA } from "../money/world.ts";
import { SIGNATURE, trialScanner } from "./scanner.ts";
import { TRIAL } from "./trial.ts";

let ground: Ground;
let scanner: ReturnType<typeof trialScanner>;

beforeEach(async () => {
  scanner = trialScanner();
  ground = await createGround({ scanner });
});
afterEach(() => ground.close());

const BAD = TRIAL.toString("latin1");
const bring = (text: string, purpose = "message", who = "buyer") => ground.upload(who, "note.txt", text, purpose);
const scanOf = async (file: string, who = "buyer") => (await ground.ask(who, "GET", `/files/${file}`)).body.scan;
const link = async (file: string, who = "buyer") => {
  const { status, body } = await ground.ask(who, "POST", `/files/${file}/link`);
  return [status, body.code ?? "ok", body.canRetry ?? null];
};
const CHECKED = [409, "FILE_BEING_CHECKED", true];
const INFECTED = [410, "FILE_INFECTED", false];
const kept = (file: string) => ground.world.files.kept.has(uuidOf(file));
const notices = (who: string) => ground.ask(who, "GET", "/notifications");

describe("case 105: nobody gets a file before it was found clean", () => {
  test("its owner neither, and not by a link that was made before", async () => {
    const file = await bring("all is well");
    expect([await scanOf(file), await link(file)]).toEqual(["waiting", CHECKED]);
    await ground.world.settle();
    expect([await scanOf(file), scanner.asked]).toEqual(["clean", 1]);
    const { url } = (await ground.ask("buyer", "POST", `/files/${file}/link`)).body;
    const address = url.replace("https://amana.example.test/api/v1", "");
    expect((await ground.ask(null, "GET", address)).raw.toString()).toBe("all is well");
    await ground.database.owner.query("update files.file set scan = 'waiting'");
    expect((await ground.ask(null, "GET", address)).body).toMatchObject({ code: "FILE_BEING_CHECKED", canRetry: true });
  });

  test("while the scanner is down files wait, and are looked at when it is there again", async () => {
    scanner.down = true;
    const [first, second] = [await bring("one"), await bring(BAD)];
    await ground.world.pass(hours(2));
    expect([await link(first), await link(second)]).toEqual([CHECKED, CHECKED]);
    expect(scanner.asked).toBeGreaterThan(10);
    const asked = scanner.asked;
    scanner.down = false;
    await ground.world.pass(hours(1));
    expect([await scanOf(first), await link(second)]).toEqual(["clean", INFECTED]);
    expect(scanner.asked).toBe(asked + 2);
  });

  test("those that waited long do not wait for their own turn once the scanner has answered", async () => {
    scanner.down = true;
    const waiting = [await bring("one")];
    await ground.world.pass(hours(20));
    waiting.push(await bring("two"));
    await ground.world.pass(minutes(1));
    scanner.down = false;
    await ground.world.pass(minutes(2));
    expect(await Promise.all(waiting.map((file) => scanOf(file)))).toEqual(["clean", "clean"]);
  });

  test("the scanner is given up on by nobody: after days of silence it is still asked, and staff have been told", async () => {
    scanner.down = true;
    const file = await bring("one");
    await ground.world.pass(hours(23));
    expect(await scanOf(file)).toBe("waiting");
    const stuck = await ground.database.owner.query("select from audit.entry where action like '%stuck%'");
    expect(stuck.length).toBeGreaterThan(0);
    expect((await ground.database.owner.query("select from runtime.job where dead_at is not null")).length).toBe(0);
  });

  test("bytes that are not those that came are not called clean, whatever the scanner says", async () => {
    const file = await bring("as it came");
    ground.world.files.kept.set(uuidOf(file), Buffer.from("another"));
    await ground.world.settle();
    expect([scanner.asked, await link(file)]).toEqual([0, CHECKED]);
  });

  test("the scan runs outside of any transaction: nothing waits for the scanner", async () => {
    const file = await bring("one");
    let blocked: unknown = "not asked";
    const looking = scanFiles(ground.world.db, ground.world.files, {
      scan: async () => {
        const held = await ground.database.owner.query(
          "select from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
        );
        blocked = held.length;
        return { kind: "clean" };
      },
    });
    expect(await looking.run({ file }, ground.world.now(), 1)).toBe("done");
    expect([blocked, await scanOf(file)]).toEqual([0, "clean"]);
  });
});

describe("case 105: what is found infected", () => {
  test("is written down with its hash and its signature, then its bytes go; whoever brought it is told in both languages", async () => {
    const file = await bring(BAD);
    expect(kept(file)).toBe(true);
    await ground.world.settle();
    expect([kept(file), await scanOf(file), await link(file)]).toEqual([false, "infected", INFECTED]);
    const [entry] = await ground.database.owner.query<{ actor: string; detail: object }>(
      "select actor, detail from audit.entry where action = 'file.infected' and subject = $1",
      [file],
    );
    const sha256 = createHash("sha256").update(TRIAL).digest("hex");
    expect(entry).toEqual({ actor: "system", detail: { signature: SIGNATURE, sha256, purpose: "message" } });
    const { data } = (await notices("buyer")).body;
    expect(data.map(({ key }: { key: string }) => key)).toEqual(["file_infected"]);
    expect((await notices("seller")).body.data).toEqual([]);
  });

  test("is not attached, takes no room, is not put back by the same request, and goes after a day", async () => {
    const file = await bring(BAD);
    await ground.world.settle();
    const sent = await ground.ask("buyer", "POST", "/conversations", {
      subject: { kind: "listing", id: ground.world.product },
      message: { text: "See this.", attachments: [file] },
    });
    expect(sent.status).toBe(404);
    const large = await bring("a".repeat(FILE_QUOTA - 10));
    expect(await scanOf(large)).toBe("waiting");
    await ground.database.owner.query("delete from http.idempotency");
    const again = await ground.app.inject({
      ...{ method: "POST", url: "/api/v1/files?name=note.txt&purpose=message", payload: TRIAL },
      headers: {
        ...{ authorization: "Bearer buyer", "content-type": "application/octet-stream" },
        "idempotency-key": "upload-of-1",
      },
    });
    expect([again.statusCode, again.json().id, again.json().scan, kept(file)]).toEqual([201, file, "infected", false]);
    await ground.world.pass(days(2));
    expect((await ground.ask("buyer", "GET", `/files/${file}`)).status).toBe(404);
  });

  test("is told once, also when the bytes could not be deleted at first", async () => {
    const file = await bring(BAD);
    const { files } = ground.world;
    const remove = files.delete.bind(files);
    files.delete = async () => {
      throw new Error("the disk is gone (a test)");
    };
    await ground.world.settle();
    expect([kept(file), await link(file)]).toEqual([true, INFECTED]);
    files.delete = remove;
    await ground.world.pass(minutes(1));
    expect([kept(file), scanner.asked]).toEqual([false, 1]);
    expect((await notices("buyer")).body.data).toHaveLength(1);
    expect(await ground.database.owner.query("select from audit.entry where action = 'file.infected'")).toHaveLength(1);
  });
});

test("case 105: evidence is put in while it is being checked, and says afterwards that it was removed", async () => {
  const { world, ask } = ground;
  const { order } = await world.shipped();
  await world.give(order, "delivered", "carrier");
  await world.settle();
  const said = { problem: "damaged", claims: [{ kind: "refund" }], text: "The glaze is broken." };
  const opened = await ask("buyer", "POST", `/orders/${order.id}/dispute`, said);
  expect(opened.status).toBe(201);
  const [good, bad] = [await bring("the crack", "evidence"), await bring(BAD, "evidence")];
  const piece = { type: "photo", text: "Both sides.", files: [good, bad] };
  const added = await ask("buyer", "POST", `/disputes/${opened.body.id}/evidence`, piece);
  expect(added.status).toBe(201);
  const shown = async (who: string) => {
    const { evidence } = (await ask(who, "GET", `/disputes/${opened.body.id}`)).body;
    return evidence.at(-1).files.map(({ id, scan }: Record<string, string>) => [id, scan]);
  };
  expect(await shown("seller")).toEqual([
    [good, "waiting"],
    [bad, "waiting"],
  ]);
  expect(await link(good, "seller")).toEqual(CHECKED);
  await world.settle();
  expect(await shown("seller")).toEqual([
    [good, "clean"],
    [bad, "infected"],
  ]);
  expect([await link(good, "seller"), await link(bad, "seller")]).toEqual([[200, "ok", null], INFECTED]);
  await world.pass(days(2));
  expect((await shown("buyer")).at(-1)).toEqual([bad, "infected"]);
  const after = (await ask("seller", "GET", `/disputes/${opened.body.id}`)).body.evidence.at(-1);
  expect(after.sha256).toBe(added.body.sha256);
});

describe("case 105: files for sale", () => {
  const FILES = { kind: "digital", category: "arabic-fonts", price: { amount: 50_000, currency: "INR" } };
  const WORDS = { title: { en: "Demo Naskh" }, description: { en: "Two weights (demo)" } };
  const draft = async (...files: string[]) =>
    (await ground.ask("seller", "POST", "/products", { ...FILES, ...WORDS, files })).body.id as string;
  const submit = async (id: string) => {
    const { status, body } = await ground.ask("seller", "POST", `/seller/listings/${id}/submit`);
    return [status, body.code ?? body.state];
  };

  test("are not offered before they are clean, nor when they never will be", async () => {
    const [good, bad] = [await bring("letters", "asset", "seller"), await bring(BAD, "asset", "seller")];
    const [fine, foul] = [await draft(good), await draft(bad)];
    expect([await submit(fine), await submit(foul)]).toEqual([
      [409, "FILE_BEING_CHECKED"],
      [409, "FILE_BEING_CHECKED"],
    ]);
    await ground.world.settle();
    expect([await submit(fine), await submit(foul)]).toEqual([
      [200, "active"],
      [410, "FILE_INFECTED"],
    ]);
    const next = await bring("more letters", "asset", "seller");
    const change = () => ground.ask("seller", "PATCH", `/products/${fine}`, { files: [next] });
    expect((await change()).body.code).toBe("FILE_BEING_CHECKED");
    await ground.world.settle();
    expect((await change()).body).toMatchObject({ version: 2, state: "active" });
  });

  test("in which a virus is found later are taken off, not sold on, and not downloaded by those who have bought them", async () => {
    const { ask, world } = ground;
    const file = await bring("not yet known", "asset", "seller");
    const id = await draft(file);
    await world.settle();
    expect(await submit(id)).toEqual([200, "active"]);
    const order = await ask("buyer", "POST", "/orders", { items: [{ productId: id, quantity: 1 }] });
    await ground.pay(order.body.id);
    const { entitlementId: entry } = (await ask("buyer", "GET", `/orders/${order.body.id}`)).body;
    const made = await ask("buyer", "POST", `/library/${entry}/link`, { fileId: file });
    expect(made.status).toBe(200);

    scanner.knows = Buffer.from("not yet known");
    expect(await scanAllAgain(world.db, world.now())).toBe(1);
    await world.settle();
    const taken = await ask(null, "GET", made.body.url.replace("https://amana.example.test/api/v1", ""));
    expect([taken.status, taken.body.code]).toEqual([410, "FILE_INFECTED"]);
    expect((await ask("buyer", "POST", `/library/${entry}/link`, { fileId: file })).body.code).toBe("FILE_INFECTED");
    expect((await ask("buyer", "GET", `/library/${entry}`)).body.files[0].downloads).toBe(0);
    expect((await ask("seller", "GET", `/seller/listings/${id}`)).body.state).toBe("draft");
    expect((await ask("buyer", "POST", "/orders", { items: [{ productId: id, quantity: 1 }] })).status).not.toBe(201);
    expect(await submit(id)).toEqual([410, "FILE_INFECTED"]);
  });
});

test("without a scanner files are unscanned, and one that waited for the scanner that was taken away no longer does", async () => {
  const file = await bring("one");
  const { world } = ground;
  expect(await scanFiles(world.db, world.files, null).run({ file }, world.now(), 1)).toBe("done");
  expect([await scanOf(file), await link(file)]).toEqual(["unscanned", [200, "ok", null]]);
  expect(await scanAllAgain(world.db, world.now())).toBe(1);
  await world.settle();
  expect([await scanOf(file), scanner.asked]).toEqual(["clean", 1]);
});
