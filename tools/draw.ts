/** Draws the module graph of architecture.cjs as Mermaid. `node tools/draw.ts` prints it. */
import { listeners, modules } from "../architecture.cjs";

const BEGIN = "<!-- drawn from architecture.cjs: `npm run golden` rewrites it -->";
const END = "<!-- end of the drawing -->";

/** An arrow means "may open the door of"; what can be reached over another arrow is left out. */
export function draw(graph: Readonly<Record<string, readonly string[]>>, listening: readonly string[]): string {
  const arrows = Object.entries(graph).flatMap(([name, may]) => {
    const others = withoutDetours(graph, may);
    return others.length > 0 ? [`  ${name} --> ${others.join(" & ")}`] : [];
  });
  const ears = [`  ${listening.join(" & ")} -. listen .-> all((every module))`];
  return ["```mermaid", "graph TD", ...arrows, ...ears, "```"].join("\n");
}

/** A page with the drawing between its two marks. */
export function drawInto(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the page has no place for the drawing: ${BEGIN} … ${END}`);
  return `${page.slice(0, begin)}${BEGIN}\n\n${draw(modules, listeners)}\n\n${page.slice(end)}`;
}

/** The names in a circle, first and last the same; null when there is none. */
export function circleIn(graph: Readonly<Record<string, readonly string[]>>): string[] | null {
  const walk = (name: string, way: readonly string[]): string[] | null => {
    const met = way.indexOf(name);
    if (met >= 0) return [...way.slice(met), name];
    return firstOf(graph[name] ?? [], (next) => walk(next, [...way, name]));
  };
  return firstOf(Object.keys(graph), (name) => walk(name, []));
}

function withoutDetours(graph: Readonly<Record<string, readonly string[]>>, may: readonly string[]): string[] {
  const reach = (name: string): string[] => (graph[name] ?? []).flatMap((next) => [next, ...reach(next)]);
  const further = new Set(may.flatMap(reach));
  return may.filter((name) => !further.has(name));
}

function firstOf<T, R>(all: readonly T[], find: (one: T) => R | null): R | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}

if (import.meta.main) console.log(draw(modules, listeners));
