/** The part of bidi-js that we use; the package brings no types. */
declare module "bidi-js" {
  type Levels = { readonly levels: Uint8Array };
  const bidiFactory: () => {
    getEmbeddingLevels(text: string, base: "ltr" | "rtl"): Levels;
    getMirroredCharactersMap(text: string, levels: Uint8Array, start: number, end: number): Map<number, string>;
  };
  export default bidiFactory;
}
