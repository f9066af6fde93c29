/** What ends the place that a text stands in: an element, an attribute, a script, a title, a comment, a template. */
const WAYS_OUT = ["", `">`, `'>`, "</script>", "</title>", "</textarea></style>", "--><!-->", "]]>", "{{`${", "\\x3c"];

/** What runs, loads or leads away once it is out; `N` tells which one did. */
const DEEDS = [
  "<script>canary(N)</script>",
  "<img src=x onerror=canary(N)>",
  "<svg/onload=canary(N)>",
  `<iframe srcdoc="<script>parent.canary(N)</script>"></iframe>`,
  `<a href="javascript:canary(N)">x</a>`,
  "<details open ontoggle=canary(N)>",
  "<input autofocus onfocus=canary(N)>",
  "<style>@import '//canary.example/N'</style>",
  `<object data="javascript:canary(N)"></object>`,
  "javascript:canary(N)//",
];

/** A hundred texts that would do something if they were more than text. */
export const PAYLOADS: readonly string[] = WAYS_OUT.flatMap((out, row) =>
  DEEDS.map((deed, column) => out + deed.replaceAll("N", String(row * DEEDS.length + column))),
);

/** What none of our pages has of itself, and every page would have that took a payload for more than text. */
export const TRACES = [
  ...["[onerror]", "[onload]", "[ontoggle]", "[onfocus]", "iframe", "object", "embed", 'img[src="x"]'],
  ...[
    '[href^="javascript:" i]',
    '[src^="javascript:" i]',
    '[action^="javascript:" i]',
    'script:not([nonce]):not([type="application/ld+json"])',
  ],
].join(",");
