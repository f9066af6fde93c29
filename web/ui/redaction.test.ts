import { describe, expect, test } from "vitest";
import { between, byKey, canBeDrawn, drawnAs, FRESH, fitted, pixelsOf } from "./redaction.ts";

describe("what a hand marks", () => {
  test("is what lies between two corners, in whichever direction it was drawn", () => {
    const patch = { x: 100, y: 200, w: 300, h: 50 };
    expect(between({ x: 100, y: 200 }, { x: 400, y: 250 })).toEqual(patch);
    expect(between({ x: 400, y: 250 }, { x: 100, y: 200 })).toEqual(patch);
  });
  test("ends at the picture's edges, and a click marks nothing", () => {
    expect(between({ x: -50, y: 990 }, { x: 60, y: 1_200 })).toEqual({ x: 0, y: 990, w: 60, h: 10 });
    expect(between({ x: 500, y: 500 }, { x: 503, y: 900 })).toBe(null);
  });
});

describe("what keys do", () => {
  test("arrows move it up to the edge, with Shift they change its size", () => {
    expect(byKey(FRESH, "ArrowRight", false)).toEqual({ ...FRESH, x: 370 });
    expect(byKey({ ...FRESH, x: 695 }, "ArrowRight", false)).toEqual({ ...FRESH, x: 700 });
    expect(byKey({ ...FRESH, y: 5 }, "ArrowUp", false)).toEqual({ ...FRESH, y: 0 });
    expect(byKey(FRESH, "ArrowDown", true)).toEqual({ ...FRESH, h: 170 });
    expect(byKey({ ...FRESH, w: 15 }, "ArrowLeft", true)).toEqual({ ...FRESH, w: 10 });
    expect(byKey({ ...FRESH, x: 700 }, "ArrowRight", true)).toEqual({ ...FRESH, x: 700 });
  });
  test("every other key is left to the page", () => {
    expect(byKey(FRESH, "Tab", false)).toBe(null);
    expect(byKey(FRESH, "constructor", false)).toBe(null);
  });
});

test("in pixels it is rather more than marked than less", () => {
  expect(pixelsOf({ x: 333, y: 333, w: 333, h: 333 }, 10, 100)).toEqual({ x: 3, y: 33, w: 4, h: 34 });
});

test("a picture of more pixels than a browser surely draws keeps its shape", () => {
  expect(fitted(400, 300)).toEqual({ width: 400, height: 300 });
  expect(fitted(8_000, 4_000, 8_000_000)).toEqual({ width: 4_000, height: 2_000 });
});

test("the picture that was drawn anew says so in its name, once", () => {
  expect(drawnAs("lamp.PNG", "image/png")).toEqual({ name: "lamp-redacted.png", mediaType: "image/png" });
  expect(drawnAs("lamp-redacted.png", "image/png").name).toBe("lamp-redacted.png");
  expect(drawnAs("a.b.webp", "image/webp")).toEqual({ name: "a.b-redacted.jpg", mediaType: "image/jpeg" });
  expect(drawnAs(".jpg", "image/jpeg").name).toBe("picture-redacted.jpg");
});

test("moving pictures, films and documents are sent as they are", () => {
  expect(
    ["image/jpeg", "image/png", "image/webp", "image/gif", "application/pdf", ""].map((type) => canBeDrawn({ type })),
  ).toEqual([...[true, true, true, false, false, false]]);
});
