import { expect, test } from "vitest";
import { clientRoot, createWebHandler } from "../../web/handler.ts";
import ar from "../../web/i18n/ar.json" with { type: "json" };
import en from "../../web/i18n/en.json" with { type: "json" };
import { createApplication } from "./application.ts";

const publicUrl = "https://market.example.test";

test.each([true, false])(
  "pages that promise time limits speak of days off where there are any (%s)",
  async (daysOff) => {
    const createHandler = (api: (request: Request) => Promise<Response>) =>
      createWebHandler({ api, publicUrl, daysOff });
    const { app, world, close } = await createApplication({ publicUrl, web: { clientRoot, createHandler } });
    for (const [lang, { protection }] of Object.entries({ en, ar })) {
      for (const path of ["", `/products/${world.product}`, "/help/buyer"]) {
        const { body, statusCode } = await app.inject({ url: `/${lang}${path}` });
        expect(statusCode, path).toBe(200);
        expect(body.includes(`>${protection.daysOff}</p>`), `/${lang}${path}`).toBe(daysOff);
      }
    }
    await close();
  },
);
