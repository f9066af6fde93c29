import { listeners, modules } from "../../../architecture.cjs";
import type { Finding, TreeRule } from "../finding.ts";

/** Each module has a door and says what it promises; the graph names those that exist, and no others. */
export const modulesAreWhole: TreeRule = (files) => {
  const present = new Set(files.map(({ path }) => path));
  const folders = new Set(files.flatMap(({ path }) => /^server\/modules\/([^/]+)\//.exec(path)?.[1] ?? []));
  const declared = new Set([...Object.keys(modules), ...listeners]);
  return [
    ...[...folders]
      .filter((name) => !present.has(`server/modules/${name}/README.md`))
      .map((name) => at(name, "README.md is missing: say what the module owns, promises and announces.")),
    ...[...folders]
      .filter((name) => !present.has(`server/modules/${name}/index.ts`))
      .map((name) => at(name, "index.ts is missing: a module has one door.")),
    ...[...folders]
      .filter((name) => !declared.has(name))
      .map((name) => at(name, "Add the module and the doors that it may open to architecture.cjs.")),
    ...[...declared]
      .filter((name) => folders.size > 0 && !folders.has(name))
      .map((name) => at(name, "architecture.cjs names a module that is not there: take its line out.")),
  ];
};

const at = (name: string, message: string): Finding => ({ path: `server/modules/${name}`, line: 1, message });
