/** In the order of asking: browsers name those that they descend from too. */
const PROGRAMS: readonly (readonly [mark: string, name: string])[] = [
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["Firefox/", "Firefox"],
  ["FxiOS/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["CriOS/", "Chrome"],
  ["Safari/", "Safari"],
];
const SYSTEMS: typeof PROGRAMS = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
];
const LONGEST = 60;

/** What a `User-Agent` says to people: `Chrome · Android`; of a program that is no browser the beginning of its own words. */
export function deviceIn(agent: string): string {
  const known = [PROGRAMS, SYSTEMS].map((marks) => marks.find(([mark]) => agent.includes(mark))?.[1]);
  return known[0] === undefined ? agent.slice(0, LONGEST) : known.filter((name) => name !== undefined).join(" · ");
}
