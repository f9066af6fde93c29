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
