import { expect, test } from "vitest";
import { scanText } from "./scan-text.ts";

test("what a courier writes in capitals is read as a sentence, all else as it is written", () => {
  expect(scanText("OUT FOR DELIVERY")).toBe("Out for delivery");
  expect(scanText("Left with Mr Rao at no. 12")).toBe("Left with Mr Rao at no. 12");
  expect(scanText("في الطريق")).toBe("في الطريق");
  expect(scanText("")).toBe("");
});
