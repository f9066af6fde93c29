import { expect, test } from "vitest";
import { notificationOf, pageIn } from "./pushed.ts";

test("a message is shown in its language and leads to its page", () => {
  const message = { id: "ntf_1", lang: "ar", title: "عنوان", text: "نص", page: "/orders/ord_1" };
  const { title, options } = notificationOf(message);
  expect(title).toBe("عنوان");
  expect(options).toMatchObject({ body: "نص", lang: "ar", dir: "rtl", tag: "ntf_1" });
  expect(pageIn(options.data)).toBe("/ar/orders/ord_1");
});

test.each([undefined, null, "words", 7, {}, { title: 3, page: "//evil.example.test" }])(
  "of %j something is shown, and it leads nowhere else",
  (message) => {
    const { title, options } = notificationOf(message);
    expect(title).toBe("Amana");
    expect(pageIn(options.data)).toBe("/en/notifications");
  },
);

test.each([undefined, { page: "https://evil.example.test" }, { page: "//evil.example.test" }])(
  "a click on %j stays here",
  (data) => expect(pageIn(data)).toBe("/"),
);
