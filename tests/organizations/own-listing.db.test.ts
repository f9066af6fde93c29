import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { ok } from "../../core/result/index.ts";
import type { Mail } from "../../server/ports/mailer.ts";
import { type Office, openOffice } from "../rights/office.ts";

let office: Office;
const mails: Mail[] = [];

beforeAll(async () => {
  const mailer = {
    async send(mail: Mail) {
      mails.push(mail);
      return ok(null);
    },
  };
  office = await openOffice({ mailer });
  await office.signIn(office.world.seller);
  const address = { line1: "14 Weavers Lane", line2: null, city: "Pune", postcode: "411001" };
  await office.database.owner.query(`update identity."user" set pickup_address = $2 where id = $1`, [
    office.world.seller.slice(4),
    JSON.stringify(address),
  ]);
});
afterAll(() => office.close());

const rates = (who: UserId) =>
  office.ask(who, "GET", `/shipping/rates?productId=${office.world.product}&quantity=1&postcode=400001`);
const place = async (buyer: UserId) => {
  const placed = await office.world.place(await office.world.draft({ buyer }));
  return placed.ok ? "placed" : placed.error;
};

describe("case 20: nobody buys from himself or from his company", () => {
  test("neither a quote nor an order for one's own listing", async () => {
    expect((await rates(office.world.seller)).body.code).toBe("OWN_LISTING");
    expect(await place(office.world.seller)).toBe("own_listing");
  });

  test("neither for any member of any company that the seller belongs to, in whatever roles", async () => {
    const viewer = await office.person("viewer");
    const bystander = await office.person("bystander");
    const other = await office.person("other");
    await office.company(other, office.world.seller, viewer);
    for (const colleague of [viewer, other]) {
      expect((await rates(colleague)).body.code).toBe("OWN_LISTING");
      expect(await place(colleague)).toBe("own_listing");
    }
    expect((await rates(bystander)).status).toBe(200);
    expect(await place(bystander)).toBe("placed");
  });

  test("a quote from before does not help whoever has joined since", async () => {
    const buyer = await office.person("joining");
    const draft = await office.world.draft({ buyer });
    await office.company(buyer, office.world.seller);
    expect(await office.world.place(draft)).toEqual({ ok: false, error: "own_listing" });
  });

  test("whoever has left buys again", async () => {
    const buyer = await office.person("leaving");
    const owner = await office.person("owner");
    const company = await office.company(owner, office.world.seller, buyer);
    expect(await place(buyer)).toBe("own_listing");
    await office.ask(buyer, "POST", `/organizations/${company}/leave`, {});
    expect(await place(buyer)).toBe("placed");
  });
});

describe("case 20: joining and ordering at the same moment", () => {
  /** Somebody who has been invited to the seller's company, and the link that he got. */
  const invite = async () => {
    const buyer = await office.person("racing");
    const owner = await office.person("owner");
    const company = await office.company(owner, office.world.seller);
    const email = `racing.${buyer.slice(4)}@example.test`;
    await office.ask(owner, "POST", `/organizations/${company}/invitations`, { email, role: "viewer" });
    await office.world.settle();
    const token = mails.flatMap(({ text }) => /\/en\/join\/(\S+)/.exec(text)?.[1] ?? []).at(-1) ?? "";
    const join = () => office.ask(buyer, "POST", "/invitations/accept", { token });
    return { draft: await office.world.draft({ buyer }), join };
  };
  /** Holds rows until the other has begun to wait for what the first holds. */
  const heldUntilOneWaits = (rows: string, act: () => Promise<void>) =>
    office.database.owner.transaction(async (tx) => {
      await tx.query(`${rows} for update`);
      await act();
    });
  const companyLocks = async (granted: boolean): Promise<number> => {
    const { found } = await office.database.owner.one<{ found: bigint }>(
      `select count(*) as found from pg_locks where locktype = 'advisory' and granted = $1
          and database = (select oid from pg_database where datname = current_database())`,
      [granted],
    );
    return Number(found);
  };
  const until = (granted: boolean, most: number) =>
    expect.poll(() => companyLocks(granted), { timeout: 30_000 }).toBeGreaterThanOrEqual(most);

  test("whoever has begun to order joins when the order is placed", async () => {
    const { draft, join } = await invite();
    const acts: { placed?: ReturnType<typeof office.world.place>; joined?: ReturnType<typeof join> } = {};
    await heldUntilOneWaits("select 1 from catalog.listing", async () => {
      acts.placed = office.world.place(draft);
      await until(true, 2);
      acts.joined = join();
      await until(false, 1);
    });
    expect([(await acts.placed)?.ok, (await acts.joined)?.status]).toEqual([true, 200]);
  });

  test("whoever has begun to join orders nothing", async () => {
    const { draft, join } = await invite();
    const acts: { placed?: ReturnType<typeof office.world.place>; joined?: ReturnType<typeof join> } = {};
    await heldUntilOneWaits("select 1 from organizations.invitation where accepted_at is null", async () => {
      acts.joined = join();
      await until(true, 1);
      acts.placed = office.world.place(draft);
      await until(false, 1);
    });
    expect([await acts.placed, (await acts.joined)?.status]).toEqual([{ ok: false, error: "own_listing" }, 200]);
  });
});
