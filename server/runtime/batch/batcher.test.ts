import { describe, expect, test } from "vitest";
import { CommitOutcomeUnknown } from "#runtime/database";
import { AGAIN, type BatchLimits, batcher, Overloaded } from "./batcher.ts";

type Item = { readonly name: string; readonly keys: readonly string[] };
const item = (name: string, ...keys: string[]): Item => ({ name, keys: keys.length > 0 ? keys : [name] });

/** A store that writes when it is told to. */
function scripted(limits: BatchLimits = {}) {
  const batches: string[][] = [];
  const waiting: { finish: (answers?: (string | typeof AGAIN)[]) => void; fail: (error: Error) => void }[] = [];
  const held = { open: true };
  const { submit } = batcher<Item, string>(
    {
      keysOf: ({ keys }) => keys,
      write(items) {
        const names = items.map(({ name }) => name);
        batches.push(names);
        const own = names.map((name) => `done ${name}`);
        if (held.open) return Promise.resolve(own);
        return new Promise((resolve, reject) =>
          waiting.push({ finish: (answers = own) => resolve(answers), fail: reject }),
        );
      },
    },
    limits,
  );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return {
    submit,
    batches,
    hold() {
      held.open = false;
    },
    open() {
      held.open = true;
    },
    /** Lets the event loop go round, so that what can travel has left. */
    settle: async () => {
      for (let turns = 0; turns < 4; turns++) await turn();
    },
    next: () => waiting.shift() ?? expect.unreachable("nothing is under way"),
  };
}

describe("a batch", () => {
  test("takes what was submitted together, and answers each with its own", async () => {
    const store = scripted();
    const answers = await Promise.all(["a", "b", "c"].map((name) => store.submit(item(name))));
    expect(answers).toEqual(["done a", "done b", "done c"]);
    expect(store.batches).toEqual([["a", "b", "c"]]);
  });

  test("gathers whoever comes while one is under way, and leaves when the writer is free, at no clock's word", async () => {
    const store = scripted();
    store.hold();
    const all = [store.submit(item("a"))];
    await store.settle();
    all.push(store.submit(item("b")));
    await store.settle();
    all.push(store.submit(item("c")));
    await store.settle();
    expect(store.batches).toEqual([["a"]]);
    store.next().finish();
    await store.settle();
    expect(store.batches).toEqual([["a"], ["b", "c"]]);
    store.next().finish();
    expect(await Promise.all(all)).toEqual(["done a", "done b", "done c"]);
  });

  test("is no larger than its limit, oldest first", async () => {
    const store = scripted({ most: 2 });
    await Promise.all(["a", "b", "c", "d", "e"].map((name) => store.submit(item(name))));
    expect(store.batches).toEqual([["a", "b"], ["c", "d"], ["e"]]);
  });

  test("is acknowledged to nobody before it is written", async () => {
    const store = scripted();
    store.hold();
    const answered: string[] = [];
    void store.submit(item("a")).then((answer) => answered.push(answer));
    await store.settle();
    expect(answered).toEqual([]);
    store.next().finish();
    await store.settle();
    expect(answered).toEqual(["done a"]);
  });

  test("travels beside another one when there are two writers", async () => {
    const store = scripted({ writers: 2, most: 1 });
    store.hold();
    for (const name of ["a", "b", "c"]) void store.submit(item(name));
    await store.settle();
    expect(store.batches).toEqual([["a"], ["b"]]);
  });
});

describe("items that share a key", () => {
  test("never travel together, and the second waits for the end of the first", async () => {
    const store = scripted({ writers: 2 });
    store.hold();
    void store.submit(item("a1", "deal"));
    void store.submit(item("a2", "deal"));
    void store.submit(item("b", "other"));
    await store.settle();
    expect(store.batches).toEqual([["a1", "b"]]);
    store.next().finish();
    await store.settle();
    expect(store.batches).toEqual([["a1", "b"], ["a2"]]);
  });

  test("keep their order: what waits with two keys is not overtaken on either of them", async () => {
    const store = scripted();
    store.hold();
    for (const one of [item("a", "x"), item("b", "x", "y"), item("c", "y")]) void store.submit(one);
    await store.settle();
    expect(store.batches).toEqual([["a"]]);
    store.next().finish();
    await store.settle();
    expect(store.batches[1]).toEqual(["b"]);
    store.next().finish();
    await store.settle();
    expect(store.batches[2]).toEqual(["c"]);
  });

  test("one that is to be decided again goes with the next batch, before those behind it", async () => {
    const store = scripted();
    store.hold();
    const first = store.submit(item("a", "deal"));
    const second = store.submit(item("b", "deal"));
    await store.settle();
    store.next().finish([AGAIN]);
    await store.settle();
    expect(store.batches).toEqual([["a"], ["a"]]);
    store.open();
    store.next().finish();
    expect(await Promise.all([first, second])).toEqual(["done a", "done b"]);
  });
});

describe("a batch that fails", () => {
  test("goes again by halves, so that only the poisoned item is refused", async () => {
    const tried: number[] = [];
    const { submit } = batcher<number, number>({
      keysOf: (n) => [String(n)],
      async write(items) {
        tried.push(items.length);
        if (items.includes(13)) throw new Error("poison");
        return items;
      },
    });
    const answers = await Promise.allSettled(Array.from({ length: 64 }, (_, n) => submit(n)));
    expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(answers[13]).toMatchObject({ status: "rejected", reason: new Error("poison") });
    expect(tried).toEqual([64, 32, 16, 8, 8, 4, 4, 2, 1, 1, 2, 16, 32]);
  });

  test("with nobody knowing whether it happened is refused whole, and not tried in parts", async () => {
    const store = scripted();
    store.hold();
    const all = Promise.allSettled(["a", "b"].map((name) => store.submit(item(name))));
    await store.settle();
    store.next().fail(new CommitOutcomeUnknown(new Error("gone")));
    expect((await all).map((one) => one.status === "rejected" && one.reason.name)).toEqual([
      "CommitOutcomeUnknown",
      "CommitOutcomeUnknown",
    ]);
    expect(store.batches).toHaveLength(1);
  });

  test("for want of an answer for each is refused whole: it was done, and is not done again", async () => {
    const calls: string[][] = [];
    const { submit } = batcher<string, string>({
      keysOf: (name) => [name],
      async write(items) {
        calls.push([...items]);
        return ["one"];
      },
    });
    const answers = await Promise.allSettled([submit("a"), submit("b")]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(calls).toEqual([["a", "b"]]);
  });

  test("frees its keys and its writer", async () => {
    const store = scripted();
    store.hold();
    const lost = store.submit(item("a", "deal")).catch((error: Error) => error.message);
    await store.settle();
    store.open();
    store.next().fail(new Error("poison"));
    expect(await lost).toBe("poison");
    expect(await store.submit(item("b", "deal"))).toBe("done b");
  });
});

test("more than may wait are refused at once, and those that wait are served", async () => {
  const store = scripted({ most: 1, waiting: 3 });
  store.hold();
  const all = Promise.allSettled(["a", "b", "c", "d", "e"].map((name) => store.submit(item(name))));
  await store.settle();
  store.open();
  store.next().finish();
  const answers = await all;
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected", "rejected"]);
  expect(answers[4]).toMatchObject({ reason: new Overloaded(3) });
});
