import { expect, test } from "vitest";
import { formatSize } from "./file-size.tsx";

test.each([
  [0, "0 byte"],
  [159, "159 byte"],
  [1_440, "1.4 kB"],
  [25_400_000, "25 MB"],
  [3_000_000_000_000, "3,000 GB"],
])("%i bytes are %s", (bytes, text) => {
  expect(formatSize(bytes, "en")).toBe(text);
});
