import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { uuidOf } from "../../core/ids/index.ts";
import { personalFiles } from "../../server/modules/files/index.ts";
import { openRoom, type Room } from "./room.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const disputed = async (): Promise<string> => room.dispute(await room.delivered());
const put = (who: string, id: string, files: readonly string[], key?: string) =>
  room.ask(who, "POST", `/disputes/${id}/evidence`, { type: "photo", text: "See this.", files }, key);
const sees = async (who: string, file: string): Promise<number> =>
  (await room.ask(who, "GET", `/files/${file}`)).status;

describe("files as evidence", () => {
  test("are kept with their hash, who put them in, when and from where; the piece's own hash is over theirs", async () => {
    const id = await disputed();
    const [one, other] = [await room.bring("buyer", "the crack"), await room.bring("buyer", "the box")];
    const piece = { type: "photo", text: "Both sides.", origin: "My phone", files: [one.id, other.id] };
    const added = await room.must("buyer", "POST", `/disputes/${id}/evidence`, piece);
    expect(added).toMatchObject({
      ...{ side: "buyer", origin: "My phone", recordedAt: new Date(room.world.now()).toISOString() },
      files: [
        { id: one.id, name: "paper.txt", sha256: sha256("the crack"), attached: true },
        { id: other.id, name: "paper.txt", sha256: sha256("the box"), attached: true },
      ],
    });
    const hashes = [sha256("the crack"), sha256("the box")];
    expect(added.sha256).toBe(sha256(JSON.stringify(["photo", "Both sides.", null, null, "My phone", hashes])));
    const [buyers, sellers] = await Promise.all(
      ["buyer", "seller"].map((who) => room.must(who, "GET", `/disputes/${id}`)),
    );
    expect(buyers.evidence).toEqual(sellers.evidence);
    expect(buyers.evidence.at(-1)).toEqual(added);
  });

  test("are seen by both parties and by the arbiter who has the case; to everybody else they do not exist", async () => {
    const id = await disputed();
    const file = await room.bring("buyer", "a photograph");
    expect(await sees("seller", file.id)).toBe(404);
    await put("buyer", id, [file.id]);
    await room.must("seller", "POST", `/disputes/${id}/respond`, { text: "No." });
    const everybody = async () =>
      Object.fromEntries(
        await Promise.all(
          ["buyer", "seller", "arbiter", "second", "support", "stranger"].map(async (who) => [
            who,
            await sees(who, file.id),
          ]),
        ),
      );
    const parties = { buyer: 200, seller: 200, second: 404, support: 404, stranger: 404 };
    expect(await everybody()).toEqual({ ...parties, arbiter: 404 });
    await room.must("arbiter", "POST", `/admin/disputes/${id}/take`, {});
    expect(await everybody()).toEqual({ ...parties, arbiter: 200 });
    const { url } = await room.must("arbiter", "POST", `/files/${file.id}/link`, {});
    const { pathname, search } = new URL(url);
    expect((await room.office.app.inject(`${pathname}${search}`)).body).toBe("a photograph");
    await room.must("arbiter", "POST", `/admin/disputes/${id}/leave`, {});
    expect(await everybody()).toEqual({ ...parties, arbiter: 404 });
    expect((await room.ask("buyer", "DELETE", `/files/${file.id}`)).status).toBe(409);
  });

  test("come with whatever a side says: when it raises, answers and appeals", async () => {
    const papers = await Promise.all([
      ...["raised", "appealed"].map((text) => room.bring("buyer", text)),
      room.bring("seller", "answered"),
    ]);
    const [raised, appealed, answered] = papers.map(({ id }) => id);
    const id = await room.dispute(await room.delivered(), "buyer", { files: [raised] });
    await room.must("seller", "POST", `/disputes/${id}/respond`, { text: "It left us whole.", files: [answered] });
    await room.must("arbiter", "POST", `/admin/disputes/${id}/take`, {});
    await room.decide(id, { outcome: "release" });
    await room.must("buyer", "POST", `/disputes/${id}/appeal`, { text: "Look again.", files: [appealed] });
    const { evidence } = await room.must("seller", "GET", `/disputes/${id}`);
    expect(evidence.map(({ files }: { files: { id: string }[] }) => files.map((file) => file.id))).toEqual([
      ...[[raised], [answered], [appealed]],
    ]);
  });

  test("that are another's, of another purpose or gone are refused, and nothing is put in or held", async () => {
    const id = await disputed();
    const [mine, theirs] = [await room.bring("buyer", "mine"), await room.bring("seller", "theirs")];
    const message = await room.bring("buyer", "a letter", "message");
    for (const files of [[mine.id, theirs.id], [message.id], [`fil_${"0".repeat(32)}`]])
      expect((await put("buyer", id, files)).status).toBe(404);
    expect((await put("buyer", id, [mine.id, mine.id])).status).toBe(400);
    expect((await room.must("buyer", "GET", `/disputes/${id}`)).evidence).toHaveLength(1);
    expect((await room.must("buyer", "GET", `/files/${mine.id}`)).attached).toBe(false);
    expect(await sees("seller", mine.id)).toBe(404);
  });

  test("are put in once per key, of each side its own", async () => {
    const id = await disputed();
    const [mine, theirs] = [await room.bring("buyer", "of the buyer"), await room.bring("seller", "of the seller")];
    const [first, again, other] = [
      await put("buyer", id, [mine.id], "one key"),
      await put("buyer", id, [mine.id], "one key"),
      await put("seller", id, [theirs.id], "one key"),
    ];
    expect([again.body.seq, other.body.seq]).toEqual([first.body.seq, first.body.seq + 1]);
    expect(other.body.files).toMatchObject([{ id: theirs.id }]);
  });

  test("are so many and so heavy at most for each side, and the other side is not stinted by it", async () => {
    const id = await disputed();
    const bring = (count: number) =>
      Promise.all(Array.from({ length: count }, async (_, n) => (await room.bring("buyer", `page ${n}`)).id));
    for (let piece = 0; piece < 5; piece++) expect((await put("buyer", id, await bring(10))).status).toBe(201);
    expect((await put("buyer", id, await bring(1))).body.code).toBe("LIMIT_REACHED");
    expect((await put("buyer", id, [])).status).toBe(201);
    const paper = (await room.bring("seller", "one page")).id;
    expect((await put("seller", id, [paper])).status).toBe(201);
    await room.office.database.owner.query(
      "update disputes.evidence_file set size = 200 * 1024 * 1024 where file_id = $1",
      [uuidOf(paper)],
    );
    expect((await put("seller", id, [(await room.bring("seller", "!")).id])).body.code).toBe("LIMIT_REACHED");
    expect((await put("buyer", id, await bring(11))).status).toBe(400);
  });

  test("come no more once the case is closed, and stay to be seen", async () => {
    const id = await disputed();
    const [before, late] = [await room.bring("buyer", "before"), await room.bring("buyer", "late")];
    await put("buyer", id, [before.id]);
    await room.heard(id);
    await room.must("seller", "POST", `/disputes/${id}/concede`, {});
    await room.world.settle();
    expect((await put("buyer", id, [late.id])).body.code).toBe("DISPUTE_CLOSED");
    expect(await sees("seller", late.id)).toBe(404);
    expect([await sees("seller", before.id), await sees("arbiter", before.id)]).toEqual([200, 200]);
  });

  test("of whoever is forgotten are gone, and what was put in is still counted and hashed", async () => {
    const id = await disputed();
    const file = await room.bring("seller", "gone soon");
    const { sha256: hash } = (await put("seller", id, [file.id])).body;
    const { db, seller, now } = room.world;
    await db.transaction((tx) => personalFiles(async () => false).erase(tx, seller, now()));
    await room.forget(seller);
    await room.world.settle();
    const { evidence } = await room.must("buyer", "GET", `/disputes/${id}`);
    expect(evidence.at(-1)).toMatchObject({ side: "seller", text: "", files: [], sha256: hash });
    expect(await sees("buyer", file.id)).toBe(404);
  });
});
