import { bars, FAINT, pencil, wave } from "./desk-parts.ts";
import {
  BARK,
  CREAM,
  type Drawings,
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

const cup = (x: number, y: number, colour: string): string =>
  shadow(x, y, 60) +
  solid(`M${x - 50} ${y - 80}h100l-8 66q-2 14 -16 14h-52q-14 0 -16 -14z`, colour) +
  disc(x, y - 80, 50, CREAM, 11) +
  disc(x, y - 79, 42, "#7a4a2b", 8);
const microphone = (x: number, y: number): string =>
  shadow(x, y, 90) +
  rect(x - 70, y - 18, 140, 18, NIGHT, 9) +
  rect(x - 5, y - 110, 10, 100, GREY) +
  stroke(`M${x - 62} ${y - 210}q0 96 62 96t62 -96`, GREY, 9) +
  solid(`M${x - 44} ${y - 300}q0 -44 44 -44t44 44v90q0 44 -44 44t-44 -44z`, INK) +
  times(4, (n) => stroke(`M${x - 30} ${y - 304 + n * 22}h60`, "#6f8ba0", 4)) +
  rect(x - 46, y - 222, 92, 10, GOLD);

export const WORK: Drawings = {
  "translate-arabic": scene(
    "mist",
    shadow(400, 492, 250),
    sheet(280, 300, -4, 280, 360, rect(-112, -150, 120, 14, INK, 7), words(-112, -100, 220, 10, FAINT, 24)),
    sheet(520, 300, 4, 280, 360, rect(-8, -150, 120, 14, MADDER, 7), wordsFromRight(112, -100, 220, 10, "#d8a794", 24)),
    disc(400, 300, 44, TEAL),
    stroke("M380 300h38M404 284l16 16 -16 16", PAPER, 8),
  ),
  "translate-english": scene(
    "sage",
    shadow(400, 492, 250),
    sheet(310, 290, 5, 300, 370, rect(10, -154, 120, 14, MADDER, 7), wordsFromRight(126, -106, 250, 10, "#d8a794", 25)),
    sheet(
      490,
      320,
      -5,
      300,
      350,
      rect(-124, -146, 130, 14, INK, 7),
      words(-124, -98, 248, 8, FAINT, 26),
      disc(90, 118, 34, "#1f5f6333"),
      ring(90, 118, 32, TEAL, 5),
      star(90, 118, 18, TEAL),
    ),
    pencil(690, 480, 26, GOLD),
  ),
  "voice-over": scene(
    "lilac",
    microphone(270, 486),
    rect(390, 210, 320, 190, PAPER, 18),
    wave(414, 305, 280, TEAL),
    disc(438, 372, 12, MADDER),
    stroke("M464 372h200", FAINT, 6),
  ),
  subtitles: scene(
    "dusk",
    laptop(
      400,
      484,
      rect(0, 0, 360, 216, "#d9b98a"),
      disc(270, 62, 34, "#fff1cf"),
      shape("M0 216v-86q70 -50 150 0t210 -10v96z", "#8b5a36"),
      shape("M0 216v-44q90 -30 180 0t180 -10v54z", "#5e3a22"),
      rect(50, 164, 260, 18, "#14202acc", 6),
      rect(90, 188, 180, 18, "#14202acc", 6),
      stroke("M70 173h220M110 197h140", PAPER, 5),
    ),
  ),
  "cad-drawing": scene(
    "mist",
    shadow(400, 492, 250),
    move(
      400,
      300,
      -2,
      rect(-250, -170, 500, 350, "#24557a", 6),
      times(9, (n) => stroke(`M${-200 + n * 50} -170v350`, "#ffffff14", 2)),
      times(6, (n) => stroke(`M-250 ${-130 + n * 54}h500`, "#ffffff14", 2)),
      ring(-90, 0, 104, "#dcecf6", 4),
      ring(-90, 0, 50, "#dcecf6", 4),
      times(6, (n) => move(-90, 0, n * 60, ring(0, -78, 11, "#dcecf6", 3))),
      stroke("M-220 0H40M-90 -130v260", "#e6b765", 2, "16 6 4 6"),
      stroke("M90 -104h110v208H90zM90 -50h110M90 50h110", "#dcecf6", 4),
      stroke("M90 138h110M90 130v16M200 130v16", "#e6b765", 3),
    ),
    pencil(690, 490, 34, MADDER),
  ),
  bookkeeping: scene(
    "sand",
    shadow(360, 492, 240),
    sheet(
      330,
      310,
      -3,
      400,
      340,
      rect(-180, -150, 360, 40, TEAL, 4),
      times(
        8,
        (row) =>
          stroke(`M-170 ${-84 + row * 30}h120`, FAINT, 6) +
          stroke(`M20 ${-84 + row * 30}h50`, FAINT, 6) +
          stroke(`M110 ${-84 + row * 30}h50`, row === 7 ? MADDER : FAINT, 6),
      ),
      stroke("M-6 -100v240M92 -100v240", "#e4dcc8", 3),
    ),
    shadow(620, 490, 90),
    rect(540, 260, 160, 226, NIGHT, 16),
    rect(558, 280, 124, 50, "#cfe0cf", 6),
    times(4, (row) =>
      times(3, (n) => rect(560 + n * 42, 346 + row * 33, 34, 25, row === 3 && n === 2 ? MADDER : GREY, 6)),
    ),
  ),
  "made-to-measure": scene(
    "rose",
    shadow(330, 496, 120),
    rect(322, 380, 16, 110, WOOD),
    rect(260, 480, 140, 14, WOOD, 7),
    solid("M270 130q60 20 120 0 60 20 56 90 -34 60 -16 160 -90 26 -200 0 18 -100 -16 -160 -4 -70 56 -90z", "#d8c3a4"),
    rect(312, 96, 36, 40, WOOD, 8),
    stroke("M330 140v240M236 270q94 26 188 0", "#b59b74", 3, "9 8"),
    stroke("M290 146q-40 120 10 200t150 90 180 20", GOLD, 20),
    stroke("M290 146q-40 120 10 200t150 90 180 20", BARK, 3, "1 12"),
    solid("M540 330q0 -20 60 -20t60 20v60q0 20 -60 20t-60 -20z", WINE),
    ...[570, 600, 628].map(
      (x, n) =>
        stroke(`M${x} 320l${n * 6 - 6} -44`, GREY, 3) + disc(x + n * 6 - 6, 274, 8, [TEAL, GOLD, CREAM][n] ?? GOLD),
    ),
  ),
  "interior-plan": scene(
    "sage",
    shadow(400, 492, 250),
    sheet(
      390,
      300,
      2,
      480,
      350,
      stroke("M-200 -130h400v260h-400zM-200 20h170M20 -130v100M20 60v70", INK, 10),
      rect(-176, -106, 120, 60, "#d7a38b", 8),
      rect(60, -104, 110, 70, "#9db7ae", 8),
      rect(-170, 60, 90, 50, "#e0c07f", 6),
      disc(120, 70, 34, "#d8cfb8"),
      ...[0, 90, 180, 270].map((turn) => move(120, 70, turn, disc(0, -46, 11, WOOD))),
      flower(-10, -90, 20, LEAF, SAGE, 8),
      stroke("M-30 20a60 60 0 0 0 -60 -60", FAINT, 3),
    ),
    ...[MADDER, GOLD, SAGE, INK].map((colour, n) => move(650, 470, -30 + n * 20, rect(-18, -130, 36, 140, colour, 5))),
  ),
  "logo-design": scene(
    "clay",
    shadow(400, 492, 220),
    sheet(
      370,
      290,
      -3,
      420,
      350,
      ring(-90, -30, 82, FAINT, 2),
      ring(-90, -30, 58, FAINT, 2),
      stroke("M-190 -30h200M-90 -130v200", FAINT, 2, "6 6"),
      flower(-90, -30, 76, TEAL, GOLD, 8),
      ...[0, 1, 2].map((n) => move(120, -110 + n * 96, 0, flower(0, 0, 34, [INK, MADDER, GREY][n] ?? INK, PAPER, 8))),
      stroke("M-150 104h120", TEAL, 12),
      stroke("M-136 130h92", FAINT, 6),
    ),
    pencil(640, 480, 24, MADDER),
    ...[TEAL, GOLD, MADDER].map((colour, n) => disc(186 + n * 42, 500, 16, colour, 8)),
  ),
  "web-page": scene(
    "mist",
    laptop(
      380,
      484,
      rect(0, 0, 360, 26, "#e5e0d3"),
      ...[MADDER, GOLD, SAGE].map((colour, n) => disc(16 + n * 16, 13, 5, colour)),
      rect(16, 42, 150, 16, INK, 6),
      rect(16, 68, 120, 8, FAINT, 4),
      rect(16, 84, 96, 8, FAINT, 4),
      rect(16, 106, 76, 22, TEAL, 8),
      rect(200, 40, 144, 92, "#efd9bd", 8),
      flower(272, 86, 36, MADDER, GOLD, 8),
      ...[0, 1, 2].map(
        (n) =>
          rect(16 + n * 112, 148, 104, 56, "#e9efe6", 8) +
          disc(40 + n * 112, 176, 13, [GOLD, TEAL, ROSE][n] ?? GOLD) +
          stroke(`M${62 + n * 112} 170h44M${62 + n * 112} 184h28`, FAINT, 5),
      ),
    ),
    cup(706, 500, MADDER),
  ),
  "photo-retouching": scene(
    "lilac",
    shadow(400, 492, 220),
    sheet(
      400,
      290,
      2,
      400,
      350,
      rect(-176, -150, 352, 250, "#a9a59c"),
      vase("#8d8778", "#b9b3a4"),
      `<svg x="0" y="-150" width="176" height="250" viewBox="0 -150 176 250">${rect(0, -150, 176, 250, "#f0cfae")}${vase(TEAL, MADDER)}</svg>`,
      stroke("M0 -150v250", PAPER, 5),
      disc(0, -24, 16, PAPER),
      stroke("M-5 -30l-5 6 5 6M5 -30l5 6 -5 6", INK, 3),
      ...[0, 1, 2, 3, 4].map((n) =>
        rect(-176 + n * 72, 118, 60, 34, ["#f0cfae", MADDER, TEAL, GOLD, INK][n] ?? GOLD, 5),
      ),
    ),
  ),
  "slide-design": scene(
    "sand",
    shadow(400, 492, 230),
    sheet(440, 260, 6, 420, 260, rect(-210, -130, 420, 260, INK, 6)),
    sheet(420, 280, 2, 420, 260, rect(-210, -130, 420, 260, MADDER, 6)),
    sheet(
      390,
      310,
      -3,
      430,
      270,
      rect(-190, -108, 170, 16, INK, 8),
      words(-190, -66, 150, 5, FAINT, 24),
      bars(20, 96, [60, 100, 140, 176], GOLD),
      disc(-150, 84, 26, TEAL),
      disc(-92, 84, 26, ROSE),
    ),
    solid("M640 440h90l-8 50q0 6 -8 6h-58q-8 0 -8 -6z", WOOD),
    leaf(684, 440, 100, -22, LEAF),
    leaf(688, 440, 110, 20, SAGE),
  ),
};

function vase(body: string, bloom: string): string {
  return (
    solid("M-46 10q0 -20 20 -30v-30h52v30q20 10 20 30v40q0 30 -46 30t-46 -30z", body) +
    flower(0, -84, 46, bloom, "#fff2", 7) +
    ring(0, -84, 8, WINE, 0)
  );
}
