import { afterEach } from "vitest";
import { opened } from "./reader.ts";

/** What stood on the pages when a walk failed: on another machine nobody can look. */
afterEach(async ({ task }) => {
  if (task.result?.state !== "fail") return;
  for (const page of opened) {
    if (page.isClosed()) continue;
    const text = await page.locator("main").innerText({ timeout: 5000 }).catch(String);
    process.stderr.write(`\n${task.name}: ${page.url()}\n${text.slice(0, 3000)}\n`);
  }
});
