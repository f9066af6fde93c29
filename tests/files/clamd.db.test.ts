import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { minutes } from "../../core/time/index.ts";
import { clamd } from "../../server/adapters/virus-scanners/clamd/index.ts";
import { createGround, type Ground } from "../digital/ground.ts";
import { CLAMD, realClamd } from "./clamd.ts";
import { TRIAL } from "./trial.ts";

describe.runIf(CLAMD !== undefined)("ClamAV's own clamd", () => {
  let daemon: Awaited<ReturnType<typeof realClamd>>;
  let ground: Ground;

  beforeAll(async () => {
    daemon = await realClamd();
    await daemon.start();
    ground = await createGround({ scanner: clamd({ path: daemon.path }) });
  });
  afterAll(async () => {
    await ground.close();
    await daemon.remove();
  });

  const scanner = () => clamd({ path: daemon.path });
  const FOUND = { kind: "found", signature: "Amana.Trial.UNOFFICIAL" };

  test("answers the adapter as its manual says", async () => {
    expect(await scanner().scan(Buffer.from("nothing of note\n"))).toEqual({ kind: "clean" });
    expect(await scanner().scan(TRIAL)).toEqual(FOUND);
    const large = Buffer.concat([Buffer.alloc(3_000_001, "a\n"), TRIAL, Buffer.from("\nmore\n")]);
    expect(await scanner().scan(large)).toEqual(FOUND);
    expect(await scanner().scan(Buffer.alloc(25 * 1024 * 1024, "a\n"))).toEqual({ kind: "clean" });
    const tooLarge = await scanner().scan(Buffer.alloc(31 * 1024 * 1024, "a"));
    expect(tooLarge.kind).toBe("unavailable");
  });

  test("case 105: a virus is found, what is clean is given, and while the daemon is killed everything waits", async () => {
    const scanOf = async (file: string) => (await ground.ask("buyer", "GET", `/files/${file}`)).body.scan;
    const bring = (text: string) => ground.upload("buyer", "note.txt", text, "evidence");
    const [good, bad] = [await bring("all is well"), await bring(TRIAL.toString("latin1"))];
    await ground.world.settle();
    expect([await scanOf(good), await scanOf(bad)]).toEqual(["clean", "infected"]);

    await daemon.stop();
    const [later, worse] = [await bring("still well"), await bring(TRIAL.toString("latin1"))];
    await ground.world.pass(minutes(5));
    expect([await scanOf(later), await scanOf(worse)]).toEqual(["waiting", "waiting"]);
    expect((await ground.ask("buyer", "POST", `/files/${later}/link`)).body.code).toBe("FILE_BEING_CHECKED");

    await daemon.start();
    await ground.world.pass(minutes(10));
    expect([await scanOf(later), await scanOf(worse)]).toEqual(["clean", "infected"]);
    expect((await ground.ask("buyer", "POST", `/files/${later}/link`)).status).toBe(200);
  });
});
