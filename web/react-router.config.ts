import type { Config } from "@react-router/dev/config";

export default {
  ssr: true,
  serverModuleFormat: "esm",
  // All routes are few: the browser knows them from the start and asks for no manifest later.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
