/** What is said of one event: a title, and a text for each side whom it concerns; `reader` where there are no two sides. */
export type EventWords = {
  readonly title: string;
  readonly buyer?: string;
  readonly seller?: string;
  readonly reader?: string;
};

/** By event. In a text `{amount}` and the like stand for what a notice carries. */
export type Words = Readonly<Record<string, EventWords>>;

export const NOTICE_LANGUAGES = ["en", "ar"] as const;
export type NoticeLanguage = (typeof NOTICE_LANGUAGES)[number];

/** What a text may ask to be filled in. */
export const SLOTS = [
  ...(["amount", "dueAt", "oldAccount", "newAccount", "payoutsFrom", "name", "count"] as const),
] as const;
export type Slot = (typeof SLOTS)[number];

/** A piece of a text: words, or the place of a value. */
export type Piece = { readonly words: string } | { readonly slot: Slot };

const isSlot = (name: string | undefined): name is Slot => SLOTS.some((slot) => slot === name);

/** A text in its pieces, so that a screen may put an amount there as it shows amounts. */
export const piecesOf = (text: string): Piece[] =>
  text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      return isSlot(name) ? { slot: name } : { words: piece };
    });
