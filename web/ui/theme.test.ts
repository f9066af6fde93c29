import { expect, test } from "vitest";
import { themeIn } from "./theme.ts";

test("the theme is the one that the cookie names", () => {
  expect(themeIn("amana_lang=ar; amana_theme=dark")).toBe("dark");
  expect(themeIn("amana_theme=light; x=y")).toBe("light");
});

test("without a cookie, or with one that names no theme of ours, the system says", () => {
  for (const cookies of [null, "", "amana_theme=", "amana_theme=darker", "not_amana_theme=dark", 'amana_theme="><b>'])
    expect(themeIn(cookies)).toBeNull();
});
