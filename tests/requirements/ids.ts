/** How many requirements each source document has (`S0.1` …), and how many endpoints it names (`S0-E1` …). */
const SOURCES = [
  { source: "S0", requirements: 19, endpoints: 33 },
  { source: "S1", requirements: 12, endpoints: 21 },
  { source: "S2", requirements: 7, endpoints: 23 },
  { source: "S3", requirements: 7, endpoints: 6 },
  { source: "S4", requirements: 13, endpoints: 11 },
];

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Every id that docs/reference/requirements.md has a row for. */
export const IDS: readonly string[] = SOURCES.flatMap(({ source, requirements, endpoints }) => [
  ...numbers(requirements).map((number) => `${source}.${number}`),
  ...numbers(endpoints).map((number) => `${source}-E${number}`),
]);
