import { DEFAULT_POLICY } from "@amana/core/escrow";
import { at } from "@amana/core/time";
import { movableClock } from "#runtime/clock";
import { readConfig } from "#runtime/config";
import type { Database } from "#runtime/database";
import { openApiText } from "#runtime/http";
import { createHub } from "#runtime/push";
import { keyring } from "#runtime/secrets";
import { createAdapters } from "./adapters.ts";
import { buildApplication } from "./application.ts";
import { type Parts, workOf } from "./wiring.ts";

/** The API as it is, as OpenAPI 3.1: built from the routes alone, without a database or a network. */
export async function openApiDocument(): Promise<string> {
  const config = readConfig({}, { mode: "sandbox", keep: () => Buffer.alloc(32, 1).toString("base64") });
  if (!config.ok) throw new Error("the sandbox's own configuration is refused");
  const clock = movableClock(0, { now: () => at(0) });
  const parts: Parts = {
    db: NO_DATABASE,
    clock,
    hub: createHub(),
    policy: DEFAULT_POLICY,
    ...createAdapters(config.value, clock),
    dataKey: keyring(Buffer.alloc(32)),
    publicUrl: config.value.publicUrl,
    onError: () => {},
  };
  const simulators = { nextTimer: async () => null, setOffset: async () => {} };
  const app = await buildApplication({
    ...parts,
    holder: "",
    wake: () => {},
    sandbox: {
      ...parts,
      clock,
      simulators,
      work: workOf(parts),
      whileStill: (move) => move(),
      links: { gateway: "", carrier: "", apiReference: "" },
    },
    production: false,
    cronKey: null,
    logger: { level: "silent" },
    version: "0.1.0",
    web: null,
  });
  try {
    await app.ready();
    return openApiText(app);
  } finally {
    await app.close();
  }
}

const refuse = async (): Promise<never> => {
  throw new Error("the document is made without a database");
};
const NO_DATABASE: Database = { query: refuse, one: refuse, maybe: refuse, transaction: refuse, close: async () => {} };
