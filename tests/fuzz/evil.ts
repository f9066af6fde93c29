/** What is wrong with a request as a whole. The simplest first: a finding is shrunk towards the beginning of each list. */

/** Names of fields that nobody may set. */
export const FIELDS: readonly string[] = [
  ...[
    "__proto__",
    "constructor",
    "prototype",
    "toString",
    "hasOwnProperty",
    "__defineGetter__",
    "length",
    "$ref",
    "$id",
    "then",
  ],
  ...[
    "userId",
    "user_id",
    "role",
    "roles",
    "isAdmin",
    "verified",
    "emailVerified",
    "balance",
    "status",
    "state",
    "ownerId",
    "owner_id",
  ],
  ...[
    "createdAt",
    "created_at",
    "id",
    "sellerId",
    "buyerId",
    "amount",
    "price",
    "total",
    "escrow",
    "suspendedAt",
    "scopes",
    "",
    " ",
    "\u0000",
  ],
];

const KEYS = (count: number): string => `{${Array.from({ length: count }, (_, n) => `"k${n}":1`).join(",")}}`;

/** Whole bodies (case 58), made when they are sent: some are large. */
const BODIES: Readonly<Record<string, () => string>> = {
  nothing: () => "",
  space: () => " ",
  null: () => "null",
  text: () => '"text"',
  number: () => "1",
  list: () => "[]",
  "list of objects": () => "[{}]",
  "two documents": () => "{}{}",
  "byte order mark": () => "\ufeff{}",
  unended: () => '{"a":',
  "trailing comma": () => '{"a":1,}',
  comment: () => '{"a":1/* */}',
  "single quotes": () => "{'a':1}",
  form: () => "a=1&b=2",
  multipart: () => '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--',
  xml: () => "<a/>",
  prototype: () => '{"__proto__":{"isAdmin":true}}',
  constructor: () => '{"constructor":{"prototype":{"isAdmin":true}}}',
  "a key twice": () => '{"a":1,"a":2}',
  "10,000 deep lists": () => `${"[".repeat(10_000)}${"]".repeat(10_000)}`,
  "10,000 deep objects": () => `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`,
  "100,000 opened": () => "[".repeat(100_000),
  "9,000 keys": () => KEYS(9_000),
  "20,000 keys": () => KEYS(20_000),
  "a million keys": () => KEYS(1_000_000),
  "200 kB of numbers": () => `[${"1,".repeat(100_000)}1]`,
  "200 kB of one text": () => `"${"a".repeat(200_000)}"`,
  "200 kB of escapes": () => `"${"\\u0041".repeat(33_000)}"`,
  "200 kB of space": () => " ".repeat(200_000),
  "200 kB of digits": () => "9".repeat(200_000),
  "a megabyte of combining marks": () => `"${"\u0301".repeat(500_000)}"`,
};

export const BODY_NAMES: readonly string[] = Object.keys(BODIES);

export const bodyNamed = (name: string): string => BODIES[name]?.() ?? "";

export const MEDIA_TYPES: readonly string[] = [
  ...[
    "",
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "application/json; charset=utf-16",
  ],
  ...[
    "APPLICATION/JSON",
    "application/json ;charset=utf-8",
    "application/json\t",
    " application/json",
    "application/json a",
    "application/jsonx",
  ],
  ...[
    "application/vnd.api+json",
    "application/problem+json",
    "application/merge-patch+json",
    "*/*",
    "application/json, text/plain",
    "a".repeat(3_000),
  ],
];

/** Headers that steer, or that a proxy might believe. */
export const HEADERS: readonly (readonly [string, string])[] = [
  ...["a", "k 1", "", " ", "a".repeat(255), "a".repeat(256), "é", "'; --", "null"].map(
    (key) => ["idempotency-key", key] as const,
  ),
  ...[
    '"1"',
    '"0"',
    '"2"',
    "*",
    'W/"1"',
    '"1", "2"',
    '"99999999999999"',
    '"9999999999999999"',
    '"-1"',
    "1",
    "",
    '"',
  ].map((tag) => ["if-match", tag] as const),
  ...["127.0.0.1", "::1", "1.2.3.4, 127.0.0.1", "unknown", "' or 1=1", "a".repeat(4_000)].map(
    (ip) => ["x-forwarded-for", ip] as const,
  ),
  ...["evil.example.test", "localhost", "amana.example.test:0", "a".repeat(300)].map((host) => ["host", host] as const),
  ...["GET", "DELETE", "PUT", "TRACE"].map((method) => ["x-http-method-override", method] as const),
  ...["https://evil.example.test", "null", "https://amana.example.test.evil.example.test", ""].map(
    (origin) => ["origin", origin] as const,
  ),
  ...["cross-site", "same-site", "none", "same-origin"].map((site) => ["sec-fetch-site", site] as const),
  ...["gzip", "br", "identity", "deflate, gzip"].map((coding) => ["content-encoding", coding] as const),
  ...[
    "Basic YTpi",
    "Bearer",
    "Bearer ",
    "bearer x",
    "Bearer a b",
    `Bearer ${"a".repeat(5_000)}`,
    "Bearer ../../x",
    "Bearer é",
  ].map((value) => ["authorization", value] as const),
  ...["amana_session=x", "__Host-amana_session=x", "a=b; a=c", "amana_session=%00", ";;;", "=", "__proto__=x"].map(
    (value) => ["cookie", value] as const,
  ),
  ...["a", "12345678", "a".repeat(65), "aaaaaaaa\tb", "<script>"].map((id) => ["x-request-id", id] as const),
  ...["x-forwarded-host", "x-original-url", "x-rewrite-url", "x-real-ip", "forwarded", "x-user-id", "x-role"].map(
    (name) => [name, "/api/v1/finance/custody"] as const,
  ),
  ...["text/html", "application/xml", "*/*;q=0", "x".repeat(500)].map((type) => ["accept", type] as const),
  ...["ar", "xx-XX", "*", "../../x", "en;q=NaN"].map((language) => ["accept-language", language] as const),
  ...["bytes=0-", "bytes=-1,0-,1-", "a".repeat(500)].map((range) => ["range", range] as const),
  ["expect", "x"],
  ["te", "trailers"],
  ["access-control-request-method", "DELETE"],
  ["amana-step-up", "stp_00000000000000000000000000000000"],
  ["user-agent", "'; select 1 --\u00e9".repeat(30)],
  ["traceparent", "00-x"],
  ["x-signature", "a".repeat(3_000)],
];

export const QUERY_NAMES: readonly string[] = [
  ...[
    "sort",
    "order",
    "filter",
    "q",
    "search",
    "locale",
    "lang",
    "page",
    "offset",
    "fields",
    "include",
    "limit",
    "cursor",
    "userId",
    "status",
  ],
  ...[
    "__proto__",
    "constructor",
    "a[]",
    "a[b]",
    "limit[]",
    "$where",
    "callback",
    "_method",
    "access_token",
    "debug",
    "",
  ],
];

/** As they stand in an address: what no encoder would write. */
export const RAW_STEPS: readonly string[] = [
  ...[
    "%00",
    "%ff",
    "%c0%af",
    "%",
    "%2",
    "%zz",
    "..%2f..%2fx",
    "%2e%2e",
    "%252e",
    "a%2fb",
    ";a=b",
    "*",
    "~",
    "a:b",
    "%20",
    "+",
    "a".repeat(201),
  ],
  ...[
    "a".repeat(3_900),
    "%f0%9f%98%80",
    "%ed%a0%80",
    "__proto__",
    "constructor",
    "undefined",
    "null",
    "me",
    "0",
    "-1",
    "..;",
    "%0d%0aX:1",
  ],
];

/** Cursors that nobody gave out. */
export const CURSORS: readonly string[] = [
  ...[
    "[]",
    "{}",
    "null",
    "1",
    "[1]",
    '["a"]',
    "[1,2,3,4]",
    '["2026-01-01T00:00:00.000Z","x"]',
    '["\\u0000","\\u0000"]',
    "[null,null]",
  ],
  ...[
    '[9007199254740991,"ord_00000000000000000000000000000000"]',
    "[-9007199254740991]",
    `[${"[".repeat(30)}${"]".repeat(30)}]`,
  ],
  ...[
    "[8640000000000001,1]",
    '[8640000000000000,"usr_00000000000000000000000000000000"]',
    '["9999-99-99T99:99:99Z","00000000-0000-0000-0000-000000000000"]',
  ],
].map((json) => Buffer.from(json).toString("base64url"));
