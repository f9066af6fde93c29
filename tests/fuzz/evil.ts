/** What nobody sends by mistake. The simplest first: a finding is shrunk towards the beginning of each list. */

const quoted = (texts: readonly string[]): string[] => texts.map((text) => JSON.stringify(text));

/** Numbers at the edges of what machines, JSON and PostgreSQL can hold. */
const NUMBERS = [
  ...["0", "-1", "-0", "0.1", "1.0", "1e3", "1E3", "1e309", "-1e309", "1e-400", "+1", "01", ".5", "5.", "0x10", "0b1"],
  ...["127", "128", "255", "256", "32767", "32768", "65535", "65536"],
  ...["2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296"],
  ...["9007199254740991", "9007199254740992", "-9007199254740991", "9223372036854775807", "9223372036854775808"],
  ...["-9223372036854775808", "-9223372036854775809", "18446744073709551616", "99999999999999999999999999"],
  ...["1000000000", "999999999999999", "NaN", "Infinity", "-Infinity", "1n", "1_000", "1,000", "٣", "१", "１"],
];

const OTHER_SCALARS = [
  ...[
    "null",
    "true",
    "false",
    "undefined",
    "[]",
    "{}",
    '""',
    '[["a"]]',
    "[1]",
    "[null]",
    '{"$ne":null}',
    '{"amount":1}',
  ],
  ...['{"length":1e9}', '{"then":1}', '{"toJSON":1}', '{"toString":null}', "'1'", "`1`", '"unended', "\\u0041"],
];

/** Case 56 and 57: what breaks storing, comparing or reading. */
const UNICODE = [
  ...["\u0000", "a\u0000b", "\u0001", "\u001b[31m", "\u007f", "\u0085", "\u2028", "\ufeff1", "\ufffe", "\ufffd"],
  ...[
    "\u202eevil",
    "a\u202db",
    "\u2066x\u2069",
    "\u200b",
    "a\u200db",
    "\u2060",
    "\u00ad",
    "раура1",
    "ﷺ",
    "ı",
    "İ",
    "ß",
  ],
  ...["😀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "e\u0301", "\u0301", "٣", "۱۲۳", "ａｄｍｉｎ", "\u{10ffff}", "\u{e0001}"],
  `Z${"\u0335\u0300\u0489".repeat(400)}`,
];

/** Halves of surrogate pairs can only be written as escapes. */
const ESCAPES = ['"\\ud800"', '"\\udc00\\ud800"', '"a\\udfff"', '"\\u0000"', '"\\x00"', '"\\u00"', '"\\uD83D\\u0000"'];

const SQL = [
  ...[
    "'",
    "''",
    '"',
    "\\",
    "\\'",
    ";",
    "--",
    "/*",
    "*/",
    "' or '1'='1",
    "' or 1=1 --",
    "') or ('1'='1",
    '" or ""="',
    "' and 1=0 --",
  ],
  ...[
    "'; select pg_sleep(10) --",
    "1; drop table orders.order",
    "' union select null, null, null --",
    "1 union all select version()",
  ],
  ...[
    "' || pg_sleep(10) || '",
    "$1",
    "$$a$$",
    "$tag$",
    "E'\\x27'",
    "::uuid",
    "1::int",
    "id desc",
    "id; select 1",
    "(select 1)",
    "1/0",
  ],
  ...[
    "created_at desc nulls first",
    "case when 1=1 then id end",
    "pg_catalog.pg_user",
    "%",
    "_",
    "%%",
    "a%' escape '",
    "\\%",
    "{1,2}",
    '{"a"}',
  ],
  ...[
    "(1,2)",
    "[1,2)",
    "infinity",
    "-infinity",
    "now()",
    "current_user",
    "default",
    "null",
    "$.a",
    "$[*] ? (@ > 0)",
    "a:*",
    "a & | b",
    "!!",
    "<->",
  ],
];
const SHELL_AND_PATH = [
  ...[
    "../../etc/passwd",
    "..\\..\\windows\\win.ini",
    "/etc/passwd",
    "file:///etc/passwd",
    "%00",
    "%2e%2e%2f",
    ".",
    "..",
    "...",
    "~root",
  ],
  ...["a\nb", "a\r\nSet-Cookie: a=b", "\t", "| id", "; id", "`id`", "$(id)", "&& id", "con", "nul", "aux.txt", "a\\0b"],
  ...[
    "http://127.0.0.1:22/",
    "http://[::1]/",
    "http://169.254.169.254/latest",
    "gopher://localhost/",
    "//evil.example.test/",
    "javascript:alert(1)",
  ],
];
const MARKUP_AND_TEMPLATES = [
  ...[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "<!--",
    "]]>",
    "<?xml version='1.0'?>",
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    "{{7*7}}",
    "\u0024{7*7}",
    "<%= 7*7 %>",
    "#{7*7}",
    "{%debug%}",
    "*{7*7}",
  ],
  ...[
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "+1",
    "-1+1",
    "a,b",
    "%s%s%n",
    "{0}",
    "%x",
    "()(*)",
    "*)(uid=*",
    "[$ne]",
    "a[]=1",
  ],
  ...["(a+)+$", `${"a".repeat(64)}!`, " ".repeat(64), "\t \t \t", "0".repeat(64), "..".repeat(64)],
];

/** Case 109: a hundred and more texts that mean something to an interpreter. */
export const INJECTIONS: readonly string[] = [...SQL, ...SHELL_AND_PATH, ...MARKUP_AND_TEMPLATES];

/** What passes for something else. */
const PRETENDERS = [
  ...[
    "",
    " ",
    " a",
    "a ",
    "null",
    "undefined",
    "true",
    "NaN",
    "-0",
    "1e3",
    "0x10",
    "1,000",
    "٣",
    "[object Object]",
    "usr_",
    "me",
    "0",
  ],
  ...[
    "2026-02-30",
    "2026-13-41T25:61:61Z",
    "0000-00-00",
    "9999-12-31T23:59:59.999Z",
    "10000-01-01T00:00:00Z",
    "0001-01-01T00:00:00Z",
  ],
  ...[
    "1970-01-01T00:00:00Z",
    "-000001-01-01T00:00:00Z",
    "+275760-09-13T00:00:00.000Z",
    "2026-11-21T09:30:00+05:30",
    "P1Y",
    "PT1E9S",
    "P99999999D",
  ],
  ...[
    "00000000-0000-0000-0000-000000000000",
    "ord_00000000000000000000000000000000",
    `usr_${"f".repeat(32)}`,
    `prd_${"F".repeat(32)}`,
    "INR ",
    "inr",
  ],
];

/** Texts for every place where text can stand. */
export const TEXTS: readonly string[] = [...PRETENDERS, ...UNICODE, ...INJECTIONS];

/** As JSON, or as what pretends to be JSON (case 55). */
export const LITERALS: readonly string[] = [...NUMBERS, ...OTHER_SCALARS, ...quoted(TEXTS), ...ESCAPES];

/** Too long for any field, and short enough for a body. */
export const LONG_LITERALS: readonly string[] = [
  ...["a", "9", " ", "\\u0000", "\\\\", "ب", "😀", "\u0301", "<", "'", "a "].map(
    (unit) => `"${unit.repeat(Math.floor(20_000 / Buffer.byteLength(unit)))}"`,
  ),
  // What does not end as it began makes a slow pattern try again from each place.
  ...["a", " ", "0", "a ", ".", "-"].map((unit) => `"${unit.repeat(Math.floor(20_000 / unit.length))}!"`),
  "9".repeat(20_000),
  `-${"9".repeat(400)}`,
  `1e${"9".repeat(400)}`,
];

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
