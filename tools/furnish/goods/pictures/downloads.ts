import { bars, FAINT, pencil, wave } from "./desk-parts.ts";
import {
  CREAM,
  type Drawings,
  diamond,
  disc,
  flower,
  GOLD,
  GREY,
  INK,
  LEAF,
  laptop,
  leaf,
  MADDER,
  move,
  NIGHT,
  PAPER,
  ROSE,
  rect,
  ring,
  SAGE,
  scene,
  shadow,
  shape,
  sheet,
  solid,
  star,
  stroke,
  TEAL,
  times,
  WINE,
  WOOD,
  words,
  wordsFromRight,
} from "./parts.ts";

const landscape = (w: number, h: number, sky: string, hill: string, sun: string): string =>
  rect(-w / 2, -h / 2, w, h, sky, 4) +
  disc(w * 0.18, -h * 0.16, h * 0.14, sun) +
  shape(
    `M${-w / 2} ${h / 2}v${-h * 0.3}q${w * 0.28} ${-h * 0.34} ${w * 0.52} 0t${w * 0.48} ${-h * 0.06}V${h / 2}z`,
    hill,
  );
/** Where a curve is held, as type designers see it. */
const nodes = (places: readonly (readonly [number, number])[]): string[] =>
  places.map(
    ([x, y]) =>
      stroke(`M${x - 34} ${y + 12}l68 -24`, GOLD, 3) + rect(x - 7, y - 7, 14, 14, PAPER) + disc(x, y, 5, GOLD),
  );

export const DOWNLOADS: Drawings = {
  "arabic-font": scene(
    "sand",
    shadow(400, 492, 220),
    sheet(
      380,
      290,
      -3,
      400,
      330,
      stroke("M130 -50q-50 120 -130 20t-140 10", INK, 24),
      diamond(40, -78, 14, 14, MADDER),
      diamond(76, -78, 14, 14, MADDER),
      ...nodes([
        [130, -50],
        [0, -30],
        [-140, -20],
      ]),
      wordsFromRight(160, 104, 300, 2, FAINT, 26),
      stroke("M-170 50h340M-170 -70h340", "#e5b9a8", 2, "6 6"),
    ),
    pencil(650, 470, 28, TEAL),
  ),
  "latin-font": scene(
    "rose",
    shadow(400, 492, 220),
    sheet(
      390,
      290,
      3,
      400,
      330,
      stroke("M-130 40q44 -180 120 -60t130 -84", WINE, 24),
      ...nodes([
        [-130, 40],
        [-10, -20],
        [120, -104],
      ]),
      words(-160, 112, 320, 2, FAINT, 26),
      stroke("M-170 64h340M-170 -112h340", "#a9bec6", 2, "6 6"),
    ),
    pencil(160, 480, -24, GOLD),
  ),
  "tile-patterns": scene(
    "mist",
    shadow(400, 490, 250),
    ...[
      [-150, -6, INK, CREAM],
      [150, 6, CREAM, TEAL],
      [0, 0, MADDER, GOLD],
    ].map(([x, turn, ground, figure]) =>
      sheet(
        400 + Number(x),
        300,
        Number(turn),
        240,
        310,
        rect(-104, -138, 208, 276, String(ground)),
        times(4, (row) =>
          times(
            3,
            (n) =>
              star(-68 + n * 68, -102 + row * 68, 30, String(figure)) +
              flower(-68 + n * 68, -102 + row * 68, 20, String(ground), String(figure), 8),
          ),
        ),
      ),
    ),
  ),
  "photo-presets": scene(
    "clay",
    shadow(400, 490, 260),
    sheet(270, 310, -8, 240, 280, move(0, -24, 0, landscape(204, 190, "#cfd5d2", "#8d9a92", "#eef0ea"))),
    sheet(530, 310, 7, 240, 280, move(0, -24, 0, landscape(204, 190, "#bcd9de", "#4f8a7a", "#fff3c4"))),
    sheet(
      400,
      320,
      0,
      250,
      300,
      move(0, -28, 0, landscape(214, 210, "#f4cf9a", "#a5482c", "#fff0cd")),
      ...[0, 1, 2].map((n) => stroke(`M-90 ${96 + n * 18}h180`, FAINT, 4) + disc(-40 + n * 46, 96 + n * 18, 7, TEAL)),
    ),
  ),
  "icon-set": scene(
    "lilac",
    shadow(400, 492, 220),
    sheet(
      400,
      290,
      0,
      420,
      370,
      ...[0, 1, 2].flatMap((row) =>
        [0, 1, 2, 3].map((n) =>
          move(
            -144 + n * 96,
            -108 + row * 108,
            0,
            rect(-38, -38, 76, 76, [TEAL, MADDER, INK, GOLD][(n + row) % 4] ?? TEAL, 18),
            [
              disc(0, 0, 16, PAPER),
              diamond(0, 0, 18, 20, PAPER),
              stroke("M-16 0l12 12 20 -24", PAPER, 7),
              flower(0, 0, 22, PAPER, INK, 6),
              stroke("M-16 -10h32M-16 4h32M-16 18h18", PAPER, 6),
              ring(0, 0, 14, PAPER, 7),
            ][(n * 2 + row) % 6] ?? "",
          ),
        ),
      ),
    ),
  ),
  "year-planner": scene(
    "sage",
    shadow(400, 494, 200),
    sheet(
      400,
      296,
      -2,
      380,
      390,
      rect(-190, -195, 380, 70, TEAL, 6),
      times(8, (n) => ring(-147 + n * 42, -195, 9, GREY, 5, 16)),
      stroke("M-90 -156h180", PAPER, 9),
      times(5, (row) =>
        times(7, (n) =>
          rect(
            -162 + n * 48,
            -104 + row * 54,
            38,
            42,
            (n * 3 + row * 5) % 11 === 0 ? GOLD : (n + row * 2) % 13 === 0 ? ROSE : "#efe8d8",
            6,
          ),
        ),
      ),
    ),
    pencil(660, 480, 22, MADDER),
  ),
  "budget-sheet": scene(
    "mist",
    laptop(
      400,
      484,
      times(
        7,
        (row) =>
          rect(12, 14 + row * 28, 170, 20, row ? "#eef0ea" : TEAL, 3) +
          rect(30, 21 + row * 28, 60, 6, row ? FAINT : PAPER) +
          rect(120, 21 + row * 28, 46, 6, row ? FAINT : PAPER),
      ),
      bars(204, 196, [60, 96, 76, 140], GOLD),
      stroke("M204 110l44 -34 40 14 52 -54", MADDER, 5),
    ),
  ),
  "rain-sounds": scene(
    "dusk",
    shadow(400, 490, 160),
    times(14, (n) => stroke(`M${90 + n * 50} ${60 + ((n * 53) % 130)}l-8 44`, "#9fc0cc66", 4)),
    rect(240, 200, 320, 280, "#e9dfca", 26),
    rect(262, 222, 276, 130, "#2c4650", 14),
    wave(280, 287, 244, "#e6b765"),
    ...[310, 400, 490].map((x, n) => disc(x, 418, 36, n === 1 ? MADDER : INK) + stroke(`M${x} 418v-24`, CREAM, 6)),
    leaf(600, 486, 120, 24, LEAF),
    leaf(610, 486, 96, 52, SAGE),
  ),
  "sewing-pattern": scene(
    "clay",
    shadow(400, 490, 240),
    sheet(
      390,
      300,
      -4,
      440,
      350,
      stroke("M-150 -120q50 30 90 0l20 80v160h-130v-160z", INK, 4),
      stroke("M-138 -104q38 24 66 0l18 72v140h-102v-136z", MADDER, 3, "10 8"),
      stroke("M50 -120h100l30 240H20z", INK, 4),
      stroke("M62 -106h76l26 212H36z", MADDER, 3, "10 8"),
      stroke("M98 -60v120M90 48l8 14 8 -14", INK, 3),
    ),
    shadow(640, 494, 60),
    rect(606, 400, 68, 84, TEAL),
    times(7, (n) => stroke(`M606 ${408 + n * 12}h68`, "#164a4d", 3)),
    rect(594, 386, 92, 18, WOOD, 6),
    rect(594, 480, 92, 18, WOOD, 6),
  ),
  "photo-course": scene(
    "sand",
    shadow(400, 492, 230),
    sheet(
      300,
      300,
      -6,
      280,
      350,
      rect(-116, -150, 232, 130, "#bcd9de"),
      disc(50, -100, 24, GOLD),
      shape("M-116 -20v-40l60 -50 60 60 50 -30 62 60z", LEAF),
      words(-112, 16, 220, 6, FAINT),
    ),
    shadow(540, 490, 140),
    solid("M420 330q0 -20 20 -20h40l20 -34h96l20 34h34q20 0 20 20v136q0 20 -20 20H440q-20 0 -20 -20z", NIGHT),
    disc(548, 396, 74, "#55636b"),
    disc(548, 396, 58, "#1a2830"),
    disc(548, 396, 36, INK),
    disc(530, 378, 12, "#ffffff66"),
    rect(436, 296, 44, 16, MADDER, 5),
  ),
};
