import { connect, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BODY_LIMIT } from "./index.ts";
import { as, sampleServer, THING } from "./sample.ts";

let app: FastifyInstance;
beforeAll(async () => {
  app = await sampleServer();
});
afterAll(() => app.close());

const JSON_TYPE = { "content-type": "application/json" };
const sendRaw = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  app.inject({ method: "POST", url: "/api/v1/things", headers: { ...as("asha"), ...JSON_TYPE, ...headers }, payload });

/** The body of a thing with one value replaced by a piece of JSON, written as it is. */
function withField(path: readonly string[], literal: string): string {
  const marked = structuredClone<Record<string, unknown>>(THING);
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, step) => at[step] as Record<string, unknown>, marked);
  holder[path.at(-1) ?? ""] = "@@HERE@@";
  return JSON.stringify(marked).replace('"@@HERE@@"', () => literal);
}

const AMOUNTS = [["price", "amount"], ["quantity"], ["parts", "0", "grams"]];
const OTHERS = [
  ["name"],
  ["price"],
  ["price", "currency"],
  ["note"],
  ["speed"],
  ["postcode"],
  ["fragile"],
  ["seller"],
  ["dueAt"],
  ["parts"],
  ["parts", "0"],
  ["parts", "0", "label"],
];

/** As JSON, or as what pretends to be JSON. None of them is an amount or a quantity. */
const EVIL = [
  ...[
    "-0",
    "0.1",
    "1.0",
    "1e3",
    "1E3",
    "1e309",
    "-1e309",
    "1e-400",
    "NaN",
    "Infinity",
    "-Infinity",
    "+1",
    "01",
    "0x10",
    "1_000",
  ],
  ...[
    "1n",
    ".5",
    "5.",
    "9007199254740992",
    "-9007199254740992",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
  ],
  ...["18446744073709551616", "99999999999999999999999999", "0b1", "0o7", "1,000", "٣", "१", "１"],
  ...["true", "false", "null", "undefined", "[]", "[1]", "{}", '{"$ne":null}', '{"amount":1}', '[["a"]]'],
  ...[
    '""',
    '" "',
    '" 1"',
    '"1 "',
    '"1e3"',
    '"1,000"',
    '"٣"',
    '"0x10"',
    '"NaN"',
    '"-0"',
    '"null"',
    '"true"',
    '"\\u0031"',
  ],
  ...[
    `"' or 1=1 --"`,
    '"\\u0024{7*7}"',
    '"{{7*7}}"',
    '"<script>alert(1)</script>"',
    '"../../etc/passwd"',
    '"%00"',
    '"\\u202eevil"',
    '"\\ufeff1"',
  ],
  ...['"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"2026-13-41T25:61:61Z"', `"${"9".repeat(5000)}"`, "'1'", "`1`"],
];

describe("case 55: evil scalars", () => {
  test("there are at least sixty", () => expect(new Set(EVIL).size).toBeGreaterThanOrEqual(60));

  test.each(AMOUNTS.map((path) => path.join(".")))("none of them is taken for %s", async (path) => {
    for (const literal of EVIL) {
      const answer = await sendRaw(withField(path.split("."), literal));
      expect([answer.statusCode, answer.json().code], literal).toEqual([400, "VALIDATION_FAILED"]);
    }
  });

  test("nothing below the least is taken for a quantity", async () => {
    for (const literal of ["0", "-1", "1000001"])
      expect((await sendRaw(withField(["quantity"], literal))).statusCode, literal).toBe(400);
  });

  test.each(OTHERS.map((path) => path.join(".")))(
    "in %s each is refused, or kept exactly as it was sent",
    async (path) => {
      for (const literal of EVIL) {
        const body = withField(path.split("."), literal);
        const answer = await sendRaw(body);
        expect([201, 400], `${literal} → ${answer.body}`).toContain(answer.statusCode);
        if (answer.statusCode === 201) expect(answer.json().thing, literal).toEqual(JSON.parse(body));
      }
    },
  );

  test("each is refused in a query and in a path, or is a text there", async () => {
    for (const literal of EVIL) {
      const text = encodeURIComponent(literal);
      expect((await app.inject(`/api/v1/things?limit=${text}`)).statusCode, literal).toBe(400);
      expect([200, 400], literal).toContain((await app.inject(`/api/v1/things?q=${text}`)).statusCode);
      expect([400, 404], literal).toContain((await app.inject(`/api/v1/things/${text}`)).statusCode);
      const touched = await app.inject({ method: "POST", url: `/api/v1/things/${text}/touch`, headers: as("asha") });
      expect([400, 404], literal).toContain(touched.statusCode);
    }
  });

  test("each is refused as a cursor", async () => {
    for (const literal of EVIL) {
      const [plain, packed] = [encodeURIComponent(literal), Buffer.from(literal).toString("base64url")];
      for (const cursor of [plain, packed])
        expect((await app.inject(`/api/v1/things?cursor=${cursor}`)).statusCode, literal).toBe(400);
    }
  });
});

describe("case 54: amounts at the edges", () => {
  test.each(["9007199254740991", "-9007199254740991", "0"])("%s is kept exactly", async (literal) => {
    const answer = await sendRaw(withField(["price", "amount"], literal));
    expect(answer.statusCode).toBe(201);
    expect(answer.body).toContain(`"amount":${literal},`);
  });

  test.each(["9007199254740992", "-9007199254740992", "9223372036854775808", "99999999.99", "1e22"])(
    "%s is refused",
    async (literal) => {
      expect((await sendRaw(withField(["price", "amount"], literal))).statusCode).toBe(400);
    },
  );
});

describe("texts", () => {
  const named = (literal: string) => sendRaw(withField(["name"], literal));

  test("case 56: U+0000, halves of surrogate pairs and broken UTF-8 are refused wherever they stand", async () => {
    for (const literal of ['"a\\u0000b"', '"\\ud83d"', '"\\ude00\\ud83d"', '"\u0000"'])
      expect((await named(literal)).statusCode, literal).toBe(400);
    expect((await sendRaw('{"\\u0000":1}')).statusCode).toBe(400);
    expect((await sendRaw(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).statusCode).toBe(400);
    expect(
      (await sendRaw(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(JSON.stringify(THING))]))).statusCode,
    ).toBe(400);
  });

  test("case 56: emoji are kept; a megabyte of combining marks is too large, and fewer are too long", async () => {
    expect((await named('"😀 👨‍👩‍👧"')).json().thing.name).toBe("😀 👨‍👩‍👧");
    expect((await named(JSON.stringify(`a${"\u0301".repeat(500_000)}`))).statusCode).toBe(413);
    expect((await named(JSON.stringify(`a${"\u0301".repeat(50_000)}`))).statusCode).toBe(400);
  });

  test("case 57: characters that turn or hide other text are refused in names", async () => {
    for (const character of [
      "\u202e",
      "\u2066",
      "\u2069",
      "\u200b",
      "\u2060",
      "\ufeff",
      "\u2028",
      "\u0007",
      "\u0085",
      "\n",
    ]) {
      expect((await named(JSON.stringify(`Shop${character}evil`))).statusCode, JSON.stringify(character)).toBe(400);
    }
    for (const name of ["متجر آشا", "می‌خواهم", "क्‍ष", "José", "Ω & co."]) {
      expect((await named(JSON.stringify(name))).json().thing?.name, name).toBe(name);
    }
  });
});

describe("case 58: JSON that is meant to break the reader", () => {
  const fast = async (payload: string) => {
    const started = performance.now();
    const answer = await sendRaw(payload);
    expect(performance.now() - started).toBeLessThan(1000);
    return answer;
  };

  test.each(["__proto__", "constructor", "prototype", "\\u005f_proto__"])(
    "the key %s is refused at any depth",
    async (key) => {
      expect((await fast(`{"${key}":{"isAdmin":true}}`)).statusCode).toBe(400);
      expect((await fast(withField(["price"], `{"amount":1,"currency":"INR","${key}":{}}`))).statusCode).toBe(400);
      expect(Reflect.get({}, "isAdmin")).toBeUndefined();
    },
  );

  test("a key that comes twice is refused, also when written differently", async () => {
    const once = JSON.stringify(THING).slice(0, -1);
    for (const again of ['"quantity":2', '"q\\u0075antity":2']) {
      const answer = await fast(`${once},${again}}`);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().detail).toContain("twice");
    }
  });

  test("depth beyond 20 is refused, and 10,000 costs no more", async () => {
    for (const depth of [21, 10_000]) {
      expect((await fast("[".repeat(depth) + "]".repeat(depth))).json().detail).toContain("nested more than 20 deep");
      expect((await fast(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)).statusCode).toBe(400);
    }
  });

  test("a million keys are too large, and as many as fit are too many", async () => {
    const keys = (count: number) => `{${Array.from({ length: count }, (_, index) => `"k${index}":1`).join(",")}}`;
    expect((await fast(keys(1_000_000))).statusCode).toBe(413);
    expect((await fast(keys(20_000))).json().detail).toContain("more than 10000 values");
  });

  test.each([
    "",
    " ",
    "{",
    "}",
    '{"a"}',
    '{"a":}',
    "[1,]",
    '{"a":1,}',
    "tru",
    "truefalse",
    '"open',
    '"\\x"',
    "{}{}",
    "{} x",
    "//c\n{}",
    "'a'",
    "\u00a0{}",
    "\v{}",
  ])("%j is no body", async (payload) => {
    expect((await fast(payload)).statusCode).toBe(400);
  });
});

describe("the media type", () => {
  const sendAs = (mediaType: string) => sendRaw(JSON.stringify(THING), { "content-type": mediaType });

  test("is application/json, written in one of two ways", async () => {
    for (const mediaType of ["application/json", "application/json; charset=utf-8"])
      expect((await sendAs(mediaType)).statusCode).toBe(201);
  });

  test.each([
    "Application/JSON",
    "application/json ;charset=utf-8",
    "application/json;charset=utf-8",
    "application/json\t; charset=utf-8",
    "application/json; charset=utf-16",
    "application/json; charset=utf-8; x=y",
    "application/json;",
    "application/jsonx",
    "application/json, text/plain",
    "application/vnd.api+json",
    "text/plain",
    "text/json",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "*/*",
    "json",
  ])("is never read from %j", async (mediaType) => {
    const answer = await sendAs(mediaType);
    expect([answer.statusCode, answer.json().code]).toEqual([415, "UNSUPPORTED_MEDIA_TYPE"]);
  });

  test("cannot be left out with a body, and no way of writing it goes around the schema", async () => {
    const wrong = JSON.stringify({ ...THING, quantity: "1" });
    for (const headers of [{}, { "content-type": " application/json" }, { "content-type": "application/json\u00a0" }]) {
      const answer = await app.inject({
        method: "POST",
        url: "/api/v1/things",
        headers: { ...as("asha"), ...headers },
        payload: Buffer.from(wrong),
      });
      expect([400, 415]).toContain(answer.statusCode);
    }
  });
});

describe("case 121: too much at once", () => {
  test("a body over 256 KiB is refused", async () => {
    expect((await sendRaw(`"${"a".repeat(BODY_LIMIT)}"`)).json()).toMatchObject({
      status: 413,
      code: "BODY_TOO_LARGE",
    });
  });

  test("a compressed body is refused unread", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    for (const encoding of ["gzip", "br", "identity"])
      expect((await sendRaw(bomb, { "content-encoding": encoding })).statusCode).toBe(415);
  });

  test("many parameters, a long address and a page of 10^9 are refused", async () => {
    const many = Array.from({ length: 51 }, (_, index) => `p${index}=1`).join("&");
    for (const query of [many, `q=${"a".repeat(5000)}`, "limit=1000000000", "limit=101", "limit=0"]) {
      expect((await app.inject(`/api/v1/things?${query}`)).statusCode, query.slice(0, 20)).toBe(400);
    }
  });

  test("a batch of 10,000 is refused", async () => {
    expect((await sendRaw(JSON.stringify(Array.from({ length: 10_000 }, () => 1)))).statusCode).toBe(400);
  });
});

describe("on the wire", () => {
  let port: number;
  beforeAll(async () => {
    port = Number(new URL(await app.listen({ port: 0, host: "127.0.0.1" })).port);
  });

  /** Everything that comes back until the other side ends. */
  const talk = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let heard = "";
      const socket: Socket = connect(port, "127.0.0.1", () => socket.write(text));
      socket
        .setEncoding("utf8")
        .on("data", (data) => (heard += data))
        .on("close", () => resolve(heard))
        .on("error", reject);
    });

  test("case 121: a header over 16 KiB is answered with 431, as a problem", async () => {
    const answer = await talk(`GET /api/v1/things HTTP/1.1\r\nHost: x\r\nX-Big: ${"a".repeat(20_000)}\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")))).toMatchObject({
      status: 431,
      code: "HEADERS_TOO_LARGE",
    });
  });

  test.each([
    ["no HTTP", "HELLO\r\n\r\n"],
    ["two lengths", "POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
    [
      "a length and chunks",
      "POST /api/v1/things HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    ["no host", "GET /api/v1/things HTTP/1.1\r\nConnection: close\r\n\r\n"],
    [
      "two tokens",
      "GET /api/v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer asha\r\nAuthorization: Bearer fatima\r\n\r\n",
    ],
    [
      "two types",
      "POST /api/v1/things HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}",
    ],
  ])("%s is answered with 400", async (_, text) => {
    expect(await talk(text)).toMatch(/^HTTP\/1\.1 400 /);
  });
});
