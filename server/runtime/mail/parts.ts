export type LetterParts = {
  readonly language: "en" | "ar";
  readonly name: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Where to go on. `written`: its address is shown too, for whoever reads on one device and goes on with another. */
  readonly link?: { readonly label: string; readonly url: string; readonly written?: true };
  /** What is said below the link. */
  readonly after?: readonly string[];
  /** Below the letter, in small: why it came. */
  readonly footer?: string;
};
