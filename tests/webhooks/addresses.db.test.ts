import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createOutbound } from "../../server/runtime/outbound/index.ts";
import { startReceiver } from "./receiver.ts";
import { openShop, type Shop } from "./shop.ts";

/** What the names of the test resolve to. No public address is ever connected to: those that stand here are only for making. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "shop.example.test": ["93.184.215.14"],
  "loop.example.test": ["127.0.0.1"],
  "loop6.example.test": ["::1"],
  "mapped.example.test": ["::ffff:127.0.0.1"],
  "mapped-hex.example.test": ["::ffff:7f00:1"],
  "nat64.example.test": ["64:ff9b::7f00:1"],
  "zero.example.test": ["0.0.0.0"],
  "octal.example.test": ["0177.0.0.1"],
  "short.example.test": ["127.1"],
  "words.example.test": ["localhost"],
  "mixed.example.test": ["93.184.215.14", "127.0.0.1"],
  "nothing.example.test": [],
  "metadata.google.internal": ["169.254.169.254"],
  "127.0.0.1.sslip.example.test": ["127.0.0.1"],
  "app.localhost": ["127.0.0.1"],
  "localhost.": ["127.0.0.1"],
  localhost: ["127.0.0.1"],
  db: ["10.0.0.5"],
};

const HOSTS = [
  ...["127.0.0.1", "127.0.0.1.", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.0.0.1"],
  ...[
    "0x7f.1",
    "017700000001",
    "0177.0.0.1",
    "0177.1",
    "00000177.0.0.1",
    "0X7F.0x0.0x0.0x1",
    "0",
    "00",
    "0x0",
    "0.0.0.0",
  ],
  ...[
    "１２７.０.０.１",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "127．0．0．1",
    "127｡0｡0｡1",
    "%31%32%37.0.0.1",
    "127%2e0%2e0%2e1",
  ],
  ...["localhost", "LOCALHOST", "localhost.", "ｌｏｃａｌｈｏｓｔ", "loc%61lhost", "app.localhost", "db", "db."],
  ...["169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.170.2", "168.63.129.16"],
  ...["100.100.100.200", "192.0.0.192", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "198.18.0.1"],
  ...["224.0.0.1", "240.0.0.1", "255.255.255.255", "[::1]", "[0:0:0:0:0:0:0:1]", "[::]", "[::ffff:127.0.0.1]"],
  ...["[::ffff:7f00:1]", "[::127.0.0.1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::127.0.0.1]", "[64:ff9b:1::7f00:1]"],
  ...[
    "[2002:7f00:1::]",
    "[2001:0:7f00:1::]",
    "[fe80::1]",
    "[fe80::1%25lo]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fec0::1]",
  ],
  ...["[ff02::1]", "[100::1]", "[2001:db8::1]", "[5f00::1]", "loop.example.test", "loop6.example.test"],
  ...[
    "mapped.example.test",
    "mapped-hex.example.test",
    "nat64.example.test",
    "zero.example.test",
    "octal.example.test",
  ],
  ...["short.example.test", "words.example.test", "mixed.example.test", "nothing.example.test"],
  ...["metadata.google.internal", "127.0.0.1.sslip.example.test", "asha@127.0.0.1", "asha:word@127.0.0.1"],
  ...["shop.example.test@127.0.0.1", "shop.example.test%40127.0.0.1", ""],
];

const around = (port: number): string[] => [
  ...HOSTS.map((host) => `http://${host}:${port}/amana`),
  ...["file", "ftp", "gopher", "dict", "ldap", "ws", "redis", "jar:http"].map(
    (scheme) => `${scheme}://127.0.0.1:${port}/`,
  ),
  `http:127.0.0.1:${port}/`,
  `http:/127.0.0.1:${port}/`,
  `http:\\\\127.0.0.1:${port}\\`,
  `http:///127.0.0.1:${port}/`,
  ` http://127.0.0.1:${port}/ `,
  `ht\ttp://127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}\n/`,
  `//127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}/#@shop.example.test/`,
  `javascript:fetch("http://127.0.0.1:${port}")`,
  `data:text/plain,http://127.0.0.1:${port}`,
];

/** Everything but the address itself is let through: only the check of the address stands between the sender and the listener. */
const RULES = { plainHttp: true, privateAddresses: false, ports: "any" } as const;

const answers = { of: (name: string): readonly string[] => NAMES[name.toLowerCase()] ?? [], asked: 0 };
const resolve = async (name: string): Promise<readonly string[]> => {
  answers.asked += 1;
  return answers.of(name);
};

let shop: Shop;
const connections = { count: 0 };
const listener = createServer((socket) => {
  connections.count += 1;
  socket.destroy();
});
let port = 0;

beforeAll(async () => {
  // Both loopback addresses, and every other that this machine has.
  listener.listen(0, "::");
  await once(listener, "listening");
  const address = listener.address();
  port = typeof address === "object" && address ? address.port : 0;
  shop = await openShop(createOutbound({ rules: RULES, resolve, timeoutMs: 1000 }));
});
afterAll(async () => {
  await shop.close();
  listener.close();
});

describe("case 106: an address that leads inside", () => {
  test("is tried in at least eighty forms", () => {
    expect(new Set(around(1)).size).toBeGreaterThanOrEqual(80);
  });

  test("is refused when an endpoint is made or changed, and nothing is connected to", async () => {
    const { id } = await shop.endpoint("https://shop.example.test/");
    for (const url of around(port)) {
      const made = await shop.ask("seller", "POST", "/webhook-endpoints", { url });
      expect([url, made.status, made.body.code]).toEqual([url, 400, "VALIDATION_FAILED"]);
      const changed = await shop.ask("seller", "PATCH", `/webhook-endpoints/${id}`, { url });
      expect([url, changed.status]).toEqual([url, 400]);
    }
    expect(connections.count).toBe(0);
  });

  test("is refused at every attempt, however it came into the database", async () => {
    await shop.tidyUp();
    const { id } = await shop.endpoint("https://shop.example.test/", { events: ["webhook.test"] });
    for (const url of around(port)) {
      await shop.database.owner.query("update webhooks.endpoint set url = $1", [url]);
      await shop.ask("seller", "POST", `/webhook-endpoints/${id}/test`);
      await shop.send();
      const [delivery] = await shop.deliveries(id);
      expect([url, delivery?.attempts]).toMatchObject([url, [{ outcome: "address_refused", status: null }]]);
      await shop.database.owner.query("delete from webhooks.delivery");
    }
    expect(connections.count).toBe(0);
  });

  test("and that was public when the endpoint was made is refused once it leads inside", async () => {
    await shop.tidyUp();
    const { id } = await shop.endpoint(`http://shop.example.test:${port}/`);
    const before = answers.of;
    answers.of = () => ["127.0.0.1"];
    await shop.ask("seller", "POST", `/webhook-endpoints/${id}/test`);
    await shop.send();
    answers.of = before;
    expect((await shop.deliveries(id))[0]?.attempts).toMatchObject([{ outcome: "address_refused" }]);
    expect(connections.count).toBe(0);
  });
});

describe("the listener and the sender of these tests", () => {
  test("reach one another where it is allowed; the name is asked for once, and is still in the Host field", async () => {
    const receiver = await startReceiver();
    const names = { asked: 0 };
    const outbound = createOutbound({
      rules: { ...RULES, privateAddresses: true },
      // A second answer would lead nowhere.
      resolve: async () => [names.asked++ === 0 ? "127.0.0.1" : "127.0.0.2"],
    });
    const address = `http://shop.example.test:${receiver.port}/amana?x=1`;
    expect(await outbound.post({ address, headers: {}, body: "{}" })).toMatchObject({ kind: "answered", status: 204 });
    expect(receiver.received).toMatchObject([
      { path: "/amana?x=1", headers: { host: `shop.example.test:${receiver.port}` } },
    ]);
    expect(names.asked).toBe(1);
    const direct = { address: `http://127.0.0.1:${port}/`, headers: {}, body: "{}" };
    expect(await outbound.post(direct)).toMatchObject({ kind: "no_connection" });
    expect(connections.count).toBe(1);
    await receiver.stop();
  });
});
