const { modules, listeners, testSupport } = require("./architecture.cjs");

const forbid = (name, from, to, comment) => ({ name, severity: "error", comment, from, to });

/** Tests, and what they share, may use the tools of the repository. */
const TEST = `\\.test\\.tsx?$|${testSupport}`;
/** Build settings: development packages are theirs by nature. */
const SETTINGS = "(\\.config\\.ts|^web/app/routes\\.ts)$";

/** Makes the handler that answers for the pages of the built web app. */
const WEB_DOOR = "^web/handler\\.ts$";

const everyModule = Object.keys(modules);
const mayOpen = { ...modules, ...Object.fromEntries(listeners.map((name) => [name, everyModule])) };
const declared = Object.keys(mayOpen).join("|");
const folder = (name) => `^server/modules/${name}/`;

module.exports = {
  forbidden: [
    forbid(
      "no-cycles",
      {},
      { circular: true },
      "A cycle hides which side decides: let one side announce an event instead.",
    ),

    forbid(
      "imports-resolve",
      { pathNot: "^web/" },
      { couldNotResolve: true },
      "No such file. A module has one door: import `#modules/name`, never a file behind it.",
    ),

    forbid(
      "declared-packages-only",
      { path: "^(core|server|web|sdk|sandbox)/", pathNot: [TEST, SETTINGS] },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-dev"] },
      "A workspace names what it uses: put the package into the dependencies of its package.json.",
    ),
    forbid(
      "declared-packages-in-tools-and-tests",
      { path: "^(tools|tests)/" },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
      "Put the package into the devDependencies of the root package.json.",
    ),

    forbid(
      "core-imports-only-core",
      { path: "^core/", pathNot: TEST },
      { pathNot: "^core/" },
      "Core is pure: take what it needs as an argument.",
    ),
    forbid(
      "ports-import-only-core",
      { path: "^server/ports/", pathNot: TEST },
      { pathNot: "^(core|server/ports)/" },
      "A port is our own words: name no package and no module in it.",
    ),

    forbid(
      "runtime-knows-no-business",
      { path: "^server/runtime/", pathNot: TEST },
      { path: "^server/", pathNot: "^server/(runtime/|ports/(clock|limiter)\\.ts$)" },
      "Runtime is mechanics: take the business in as a function.",
    ),

    forbid(
      "modules-never-import-adapters",
      { path: "^server/modules/" },
      { path: "^server/(adapters|entrypoints)/" },
      "Ask a port; the adapter is chosen in server/entrypoints/wiring.ts.",
    ),
    forbid(
      "a-module-has-one-door",
      { path: "^server/modules/([^/]+)/" },
      { path: "^server/modules/([^/]+)/", pathNot: ["^server/modules/$1/", "^server/modules/[^/]+/index\\.ts$"] },
      "Import the module's index.ts (`#modules/name`), or add what you need to it.",
    ),
    forbid(
      "outsiders-use-the-door",
      { pathNot: "^server/modules/" },
      { path: "^server/modules/", pathNot: "^server/modules/[^/]+/index\\.ts$" },
      "Import the module's index.ts, or add what you need to it.",
    ),
    forbid(
      "module-is-declared",
      { path: `^server/modules/(?!(${declared})/)` },
      {},
      "Add the module and the doors that it may open to architecture.cjs.",
    ),
    ...Object.entries(mayOpen).map(([name, may]) =>
      forbid(
        `${name}-module-imports`,
        { path: folder(name), pathNot: TEST },
        { path: "^server/modules/", pathNot: [name, ...may].map(folder) },
        `${name} may open: ${may.join(", ") || "no other module"}. Up or sideways goes by an event; a new line goes into architecture.cjs.`,
      ),
    ),

    forbid(
      "adapters-ignore-each-other",
      { path: "^server/adapters/([^/]+)/([^/]+)/" },
      {
        path: "^server/adapters/([^/]+)/([^/]+)/",
        pathNot: ["^server/adapters/$1/$2/", "^server/adapters/support/"],
      },
      "Two providers share only server/adapters/support.",
    ),
    forbid(
      "adapters-decide-nothing",
      { path: "^server/adapters/", pathNot: TEST },
      { path: "^server/", pathNot: "^server/(adapters|ports)/" },
      "An adapter translates: it sees ports and core, no module, no runtime.",
    ),

    forbid(
      "server-stands-alone",
      { path: "^server/", pathNot: TEST },
      { path: "^(web|sandbox|tools|tests)/", pathNot: WEB_DOOR },
      "The server runs without the web app's source, the sandbox, the tools and the tests.",
    ),
    forbid(
      "only-entrypoints-serve-the-web",
      { path: "^server/", pathNot: ["^server/entrypoints/", TEST] },
      { path: WEB_DOOR },
      "The web app is handed to the server in server/entrypoints.",
    ),
    forbid(
      "web-imports-only-core",
      { path: "^web/", pathNot: TEST },
      { path: "^(server|sandbox|tools|tests)/" },
      "The browser talks to the API; of ours it may import core.",
    ),
    forbid(
      "features-ignore-each-other",
      { path: "^web/features/([^/]+)/" },
      { path: "^web/features/([^/]+)/", pathNot: "^web/features/$1/" },
      "Features meet in web/app; what both need goes to web/ui.",
    ),
    forbid(
      "web-ui-knows-no-feature",
      { path: "^web/(ui|i18n)/" },
      { path: "^web/(app|features)/" },
      "A component without business takes what it shows as properties.",
    ),
    forbid(
      "sdk-stands-alone",
      { path: "^sdk/", pathNot: TEST },
      { pathNot: "^sdk/|(^|/)node_modules/openapi-fetch/" },
      "Whoever installs the client gets it and openapi-fetch, and nothing else of ours or of Node.",
    ),
    forbid(
      "sandbox-imports-nothing-of-ours",
      { path: "^sandbox/", pathNot: TEST },
      { path: "^(core|server|web|tools|tests)/" },
      "A simulator that shares code with an adapter shares its mistakes.",
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(build|\\.react-router|coverage)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
  },
};
