/** What the drawings share: light from the left, a table, and a few colours that go together. All plain text of SVG, 800 × 600. */

export type Drawings = Readonly<Record<string, string>>;

export const INK = "#1d3b52";
export const TEAL = "#1f5f63";
export const MADDER = "#a5482c";
export const WINE = "#7b2433";
export const GOLD = "#d9a441";
export const BRASS = "#b8862f";
export const CREAM = "#f7ecd6";
export const WOOD = "#8b5a36";
export const BARK = "#5e3a22";
export const ROSE = "#c9748a";
export const SAGE = "#7f9a75";
export const LEAF = "#4f7550";
export const PAPER = "#fdf9f0";
export const GREY = "#8d979c";
export const NIGHT = "#22303a";

const BACKDROPS = {
  sand: ["#f2e7d1", "#e6d5b3", "#d3bd95"],
  rose: ["#f3e7e8", "#e7d5d9", "#cfb8bf"],
  sage: ["#e9eee4", "#d6e0d0", "#bccbb2"],
  mist: ["#e3e9eb", "#cfdade", "#b4c3c9"],
  clay: ["#f5e8db", "#eed8c6", "#d9bd9f"],
  lilac: ["#ebe7f0", "#dad4e5", "#bdb5ce"],
  dusk: ["#3a5862", "#263f49", "#1b2f37"],
} as const;

/** A still life before one of the backdrops, on the table. */
export function scene(backdrop: keyof typeof BACKDROPS, ...pieces: readonly string[]): string {
  const [top, bottom, table] = BACKDROPS[backdrop];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600" width="800" height="600"><defs>`,
    `<linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient>`,
    `<radialGradient id="light" cx="0.22" cy="0.16" r="0.75"><stop offset="0" stop-color="#fff" stop-opacity="${backdrop === "dusk" ? 0.14 : 0.6}"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>`,
    `<radialGradient id="under"><stop offset="0" stop-color="#2a1c0c" stop-opacity="0.34"/><stop offset="0.6" stop-color="#2a1c0c" stop-opacity="0.2"/><stop offset="1" stop-color="#2a1c0c" stop-opacity="0"/></radialGradient>`,
    `<linearGradient id="round"><stop offset="0" stop-color="#fff" stop-opacity="0.05"/><stop offset="0.25" stop-color="#fff" stop-opacity="0.3"/><stop offset="0.55" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="0.28"/></linearGradient></defs>`,
    `<rect width="800" height="600" fill="url(#wall)"/><rect width="800" height="600" fill="url(#light)"/><path d="M0 436h800v164H0z" fill="${table}"/><path d="M0 436h800v3H0z" fill="#fff" opacity="${backdrop === "dusk" ? 0.08 : 0.35}"/>`,
    ...pieces,
    "</svg>",
  ].join("");
}

export const shadow = (x: number, y: number, half: number): string =>
  `<ellipse cx="${x + half * 0.06}" cy="${y}" rx="${half * 1.12}" ry="${Math.max(14, half * 0.11)}" fill="url(#under)"/>`;
export const rect = (x: number, y: number, w: number, h: number, fill: string, r = 0): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/>`;
export const disc = (x: number, y: number, r: number, fill: string, flat = r): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${flat}" fill="${fill}"/>`;
export const ring = (x: number, y: number, r: number, colour: string, width: number, flat = r): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${flat}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
export const shape = (d: string, fill: string, opacity = 1): string =>
  `<path d="${d}" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ""}/>`;
export const stroke = (d: string, colour: string, width: number, dashes = ""): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${dashes && ` stroke-dasharray="${dashes}"`}/>`;
/** A body that looks round: its colour, and light from the left over it. */
export const solid = (d: string, fill: string): string => shape(d, fill) + shape(d, "url(#round)");
export const move = (x: number, y: number, turn: number, ...pieces: readonly string[]): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn})">${pieces.join("")}</g>`;
export const times = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join("");
/** Only what lies inside of an outline. */
export const within = (id: string, d: string, ...pieces: readonly string[]): string =>
  `<clipPath id="${id}"><path d="${d}"/></clipPath><g clip-path="url(#${id})">${pieces.join("")}</g>`;

export const leaf = (x: number, y: number, length: number, turn: number, fill: string): string =>
  move(
    x,
    y,
    turn,
    shape(
      `M0 0C${length * 0.36} ${-length * 0.3} ${length * 0.3} ${-length * 0.75} 0 ${-length}C${-length * 0.3} ${-length * 0.75} ${-length * 0.36} ${-length * 0.3} 0 0z`,
      fill,
    ),
  );
export const flower = (x: number, y: number, r: number, petal: string, heart: string, petals = 6): string =>
  times(petals, (index) => leaf(x, y, r, (360 / petals) * index, petal)) + disc(x, y, r * 0.24, heart);
/** Two squares, one turned: the star of tiles and screens. */
export const star = (x: number, y: number, r: number, fill: string): string =>
  times(2, (index) => move(x, y, 45 * index, rect(-r * 0.71, -r * 0.71, r * 1.42, r * 1.42, fill)));
export const diamond = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  shape(`M${x} ${y - ry}L${x + rx} ${y} ${x} ${y + ry} ${x - rx} ${y}z`, fill);
/** Lines where words would stand; every third is shorter. */
export const words = (x: number, y: number, w: number, count: number, colour: string, gap = 22): string =>
  times(count, (row) => stroke(`M${x} ${y + row * gap}h${row % 3 === 2 ? w * 0.6 : w}`, colour, 6));
/** The same from the right. */
export const wordsFromRight = (x: number, y: number, w: number, count: number, colour: string, gap = 22): string =>
  times(count, (row) => stroke(`M${x} ${y + row * gap}h${-(row % 3 === 2 ? w * 0.6 : w)}`, colour, 6));

/** A sheet of paper, its middle at a place. */
export const sheet = (x: number, y: number, turn: number, w: number, h: number, ...pieces: readonly string[]): string =>
  move(
    x,
    y,
    turn,
    `<rect x="${-w / 2 + 8}" y="${-h / 2 + 10}" width="${w}" height="${h}" rx="6" fill="#2a1c0c" opacity="0.16"/>`,
    rect(-w / 2, -h / 2, w, h, PAPER, 6),
    ...pieces,
  );
/** A jar with a lid; `x` is its middle, `y` where it stands. */
export const jar = (x: number, y: number, w: number, h: number, body: string, lid: string): string => {
  const half = w / 2;
  return (
    solid(
      `M${x - half} ${y - h + 30}q0 -26 26 -26h${w - 52}q26 0 26 26V${y - 18}q0 18 -18 18H${x - half + 18}q-18 0 -18 -18z`,
      body,
    ) + solid(`M${x - half + 6} ${y - h - 22}q0 -8 8 -8h${w - 28}q8 0 8 8v30h${-w + 12}z`, lid)
  );
};
/** An open laptop; what its screen shows is drawn into 360 × 216 from its corner. */
export const laptop = (x: number, y: number, ...shown: readonly string[]): string =>
  shadow(x, y + 4, 260) +
  rect(x - 194, y - 262, 388, 246, "#39444b", 14) +
  rect(x - 180, y - 248, 360, 216, PAPER, 4) +
  `<svg x="${x - 180}" y="${y - 248}" width="360" height="216" viewBox="0 0 360 216">${shown.join("")}</svg>` +
  shape(`M${x - 240} ${y - 16}h480l10 12q2 8 -8 8H${x - 242}q-10 0 -8 -8z`, "#98a3a9") +
  shape(`M${x - 42} ${y - 16}h84q0 8 -8 8h-68q-8 0 -8 -8z`, "#949da3");
/** A closed book standing with its cover to us. */
export const book = (x: number, y: number, turn: number, w: number, h: number, cover: string, spine: string): string =>
  move(
    x,
    y,
    turn,
    rect(-w / 2 + 8, -h / 2 + 6, w + 6, h - 2, "#e8dcc2", 4),
    rect(-w / 2, -h / 2, w, h, cover, 6),
    rect(-w / 2, -h / 2, 22, h, spine, 6),
  );
