import { type FileRule, type Finding, findingAt } from "../finding.ts";

type Versions = Readonly<Record<string, string>>;
type Manifest = { dependencies?: Versions; devDependencies?: Versions; optionalDependencies?: Versions };
type Lock = { packages: Readonly<Record<string, { version?: string; optionalDependencies?: Versions }>> };

const EXACT = /^(?:npm:(?:@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/** Two installs of one commit are the same program. */
export const exactVersions: FileRule = (file) => {
  if (!/(?:^|\/)package\.json$/.test(file.path)) return [];
  const { dependencies, devDependencies, optionalDependencies }: Manifest = JSON.parse(file.text);
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) =>
      findingAt(file, Math.max(0, file.text.indexOf(`"${name}"`)), `${name} is "${version}": pin one exact version.`),
    );
};

/** A lock file that names a registry only works where that registry answers. */
export const lockNamesNoHost: FileRule = (file) => {
  if (file.path !== "package-lock.json") return [];
  const [first] = file.text.matchAll(/"resolved":\s*"[a-z+]+:\/\/[^"]*"/g);
  return first
    ? [
        findingAt(
          file,
          first.index,
          "`resolved` names a host: install with `omit-lockfile-registry-resolved=true` (it is in .npmrc).",
        ),
      ]
    : [];
};

/** `npm install` passes and `npm ci` fails when a platform's package is named and not locked. */
export const lockIsComplete: FileRule = (file) => {
  if (file.path !== "package-lock.json") return [];
  const { packages }: Lock = JSON.parse(file.text);
  return Object.entries(packages).flatMap(([path, { version, optionalDependencies }]): Finding[] => {
    const missing = Object.keys(optionalDependencies ?? {}).filter((name) => !isLocked(packages, path, name));
    if (missing.length === 0) return [];
    const message = `${path || "the root"} ${version ?? ""} names ${missing.join(", ")}, which the lock file lacks: pin a version of it that is complete.`;
    return [findingAt(file, Math.max(0, file.text.indexOf(`"${path}": {`)), message)];
  });
};

/** npm looks for a package in its dependent's own node_modules, then in each folder above it. */
function isLocked(packages: Readonly<Record<string, unknown>>, dependent: string, name: string): boolean {
  for (let folder = dependent; ; folder = parentOf(folder)) {
    if (Object.hasOwn(packages, `${folder ? `${folder}/` : ""}node_modules/${name}`)) return true;
    if (folder === "") return false;
  }
}

function parentOf(folder: string): string {
  const cut = folder.lastIndexOf("node_modules/");
  return cut <= 0 ? "" : folder.slice(0, cut - 1);
}
