import { buildApplication } from "../../server/entrypoints/application.ts";
import type { World } from "./world.ts";

/** The API of a world, as it is without a sandbox and without pages. */
export const applicationOf = ({ parts }: Pick<World, "parts">) =>
  buildApplication({
    ...parts,
    holder: "Nobody (a test)",
    wake: () => {},
    sandbox: null,
    production: false,
    cronKey: null,
    logger: { level: "silent" },
    version: "0.0.0",
    web: null,
  });
