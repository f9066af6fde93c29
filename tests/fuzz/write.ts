import type { Call, Twist } from "./calls.ts";
import type { Operation } from "./document.ts";
import { bodyNamed } from "./evil.ts";
import type { Pool } from "./pool.ts";
import type { Shape } from "./shapes.ts";

/** A request as it is sent. */
export type Request = {
  readonly who: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

const STRANGE_ID = "0199aa00c0de7000a0000000000000ff";

/** Fills a drawn call with what is known from earlier answers, and does to it what is to be done. */
export function writeRequest(call: Call, operation: Operation, who: string, pool: Pool): Request {
  const draft = draftOf(call, operation, who, pool);
  for (const twist of call.twists) twistDraft(draft, twist, operation);
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => draft.steps.get(name) ?? "x");
  const search = [...draft.query].map(([name, value]) => `${encode(name)}=${encodeUnlessRaw(value)}`).join("&");
  const url = search === "" ? path : `${path}?${search}`;
  return { who, method: draft.method, url, headers: Object.fromEntries(draft.headers), body: draft.body };
}

type Draft = {
  method: string;
  body: string | null;
  readonly steps: Map<string, string>;
  readonly query: Map<string, string>;
  readonly headers: Map<string, string>;
};

function draftOf(call: Call, { method }: Operation, who: string, pool: Pool): Draft {
  const asText = ([name, shape]: readonly [string, Shape]): [string, string] => [name, textOf(shape, who, pool)];
  const body = call.body && jsonOf(bent(call.body, call.twists), who, pool);
  const headers = new Map<string, string>();
  if (call.key !== null) headers.set("idempotency-key", `fuzz-${call.key}`);
  if (body !== null) headers.set("content-type", "application/json");
  const steps = call.path.map(asText).map(([name, text]): [string, string] => [name, encode(text)]);
  return { method, body, headers, steps: new Map(steps), query: new Map(call.query.map(asText)) };
}

/** What is done to anything but a place of the body. */
function twistDraft(draft: Draft, twist: Twist, { pathParameters }: Operation): void {
  switch (twist.is) {
    case "query":
      draft.query.set(twist.name, twist.value);
      return;
    case "header":
      draft.headers.set(twist.name, twist.value);
      return;
    case "media":
      draft.headers.set("content-type", twist.type);
      return;
    case "method":
      draft.method = twist.method;
      return;
    case "body":
      draft.body = bodyNamed(twist.named);
      draft.headers.set("content-type", "application/json");
      return;
    case "step": {
      const name = pathParameters[twist.at % pathParameters.length]?.name ?? "";
      draft.steps.set(name, twist.encoded ? encode(twist.text) : twist.text);
      return;
    }
    default:
      return;
  }
}

const bent = (shape: Shape, twists: readonly Twist[]): Shape => twists.reduce(bend, shape);

/** Applies a twist to the place that its number names, counted through the whole document. */
function bend(shape: Shape, twist: Twist): Shape {
  switch (twist.is) {
    case "value":
      return replaced(shape, twist.at % placesIn(shape), () => ({ is: "raw", text: twist.literal }));
    case "drop":
      return replaced(shape, twist.at % placesIn(shape), (place) => shortened(place, twist.at));
    case "field":
      return replaced(shape, twist.at % placesIn(shape), (place) =>
        extended(place, twist.name, { is: "raw", text: twist.literal }),
      );
    case "twice":
      return replaced(shape, twist.at % placesIn(shape), (place) => {
        const [first] = place.is === "fields" ? place.entries : [];
        return extended(place, first?.[0] ?? "a", { is: "raw", text: twist.literal });
      });
    default:
      return shape;
  }
}

function shortened(place: Shape, at: number): Shape {
  if (place.is === "fields") {
    const gone = at % Math.max(1, place.entries.length);
    return { is: "fields", entries: place.entries.filter((_, index) => index !== gone) };
  }
  return place.is === "list" ? { is: "list", items: place.items.slice(1) } : { is: "raw", text: "null" };
}

const extended = (place: Shape, name: string, value: Shape): Shape =>
  place.is === "fields"
    ? { is: "fields", entries: [...place.entries, [name, value]] }
    : { is: "fields", entries: [[name, value]] };

function childrenOf(shape: Shape): readonly Shape[] {
  if (shape.is === "list") return shape.items;
  return shape.is === "fields" ? shape.entries.map(([, value]) => value) : [];
}

const placesIn = (shape: Shape): number => childrenOf(shape).reduce((sum, child) => sum + placesIn(child), 1);

function replaced(shape: Shape, at: number, change: (place: Shape) => Shape): Shape {
  if (at === 0) return change(shape);
  let left = at - 1;
  const inner = (child: Shape): Shape => {
    const size = placesIn(child);
    const mine = left >= 0 && left < size;
    const result = mine ? replaced(child, left, change) : child;
    left -= size;
    return result;
  };
  if (shape.is === "list") return { is: "list", items: shape.items.map(inner) };
  if (shape.is === "fields") return { is: "fields", entries: shape.entries.map(([key, value]) => [key, inner(value)]) };
  return shape;
}

/** A shape as JSON text; what was twisted need not be JSON any more. */
function jsonOf(shape: Shape, who: string, pool: Pool): string {
  switch (shape.is) {
    case "raw":
      return shape.text;
    case "id":
      return JSON.stringify(idOf(shape, who, pool));
    case "word":
      return wordOf(shape, pool) ?? jsonOf(shape.otherwise, who, pool);
    case "list":
      return `[${shape.items.map((item) => jsonOf(item, who, pool)).join(",")}]`;
    default:
      return `{${shape.entries.map(([key, value]) => `${JSON.stringify(key)}:${jsonOf(value, who, pool)}`).join(",")}}`;
  }
}

function wordOf({ name, nth, among }: Extract<Shape, { is: "word" }>, pool: Pool): string | null {
  const word = pool.word(name, nth);
  return word !== null && (among === undefined || among.includes(JSON.parse(word))) ? word : null;
}

const idOf = ({ prefix, own, nth }: Extract<Shape, { is: "id" }>, who: string, pool: Pool): string =>
  pool.id(prefix, who, own, nth) ?? `${prefix}_${STRANGE_ID}`;

/** A value for an address: the text itself, not its JSON. */
function textOf(shape: Shape, who: string, pool: Pool): string {
  const json = jsonOf(shape, who, pool);
  if (!json.startsWith('"')) return json;
  try {
    return String(JSON.parse(json));
  } catch {
    return json;
  }
}

/** Percent-encodes bytes, so that any text can stand in an address. */
const encode = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[A-Za-z0-9_.~-]/.test(character) ? character : `%${byte.toString(16).padStart(2, "0")}`;
    })
    .join("");

/** What already looks percent-encoded is sent as it is, well or badly encoded. */
const encodeUnlessRaw = (text: string): string =>
  /^[\x21-\x7e]*%[\x21-\x7e]*$/.test(text) ? text.replaceAll(/[#&]/g, "") : encode(text);
