import { expect, test } from "vitest";
import { microsecondsOf, momentReader } from "./ledger-moments.ts";

const read = momentReader();
const fromBytes = (text: string): number => read(Buffer.from(`\t${text}\t`), 1, 1 + text.length);

test("moments are read from bytes as from texts, whatever day came before and however many digits there are", () => {
  const texts = ["2026-03-02", "2026-03-03", "1969-12-31", "2024-02-29", "2026-03-02"].flatMap((day) =>
    ["00:00:00", "23:59:59", "09:08:07.1", "09:08:07.000001", "09:08:07.123456", "09:08:07.12"].flatMap((time) =>
      ["+00", "+05:30", "-08"].map((zone) => `${day} ${time}${zone}`),
    ),
  );
  for (const text of texts) expect([text, fromBytes(text)]).toEqual([text, microsecondsOf(text)]);
});

test("they count microseconds since 1970", () => {
  expect(fromBytes("1970-01-01 00:00:01.5+00")).toBe(1_500_000);
  expect(fromBytes("2026-03-02 09:00:00.123456+00")).toBe(Date.UTC(2026, 2, 2, 9) * 1000 + 123_456);
  expect(fromBytes("1969-12-31 23:59:59.999999+00")).toBe(-1);
});

test("what is none is refused", () => {
  const bad = ["", "\\N", "infinity", "2026-03-02", "2026-03-02T09:00:00+00", "2026-03-02 09:00:0x+00"];
  for (const text of [...bad, "2026-03-02 09:00:00.1234567+00", "2026-03-02 09:00:00.+00", "x026-03-02 09:00:00+00"])
    expect(() => fromBytes(text)).toThrow("not a moment");
});
