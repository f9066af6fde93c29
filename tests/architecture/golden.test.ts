import { expect, test } from "vitest";
import { outdated } from "../../tools/golden.ts";

test("every golden file is what its program makes today (`npm run golden` rewrites them)", async () => {
  expect((await outdated()).map(({ path }) => path)).toEqual([]);
});
