export { blindIndex, blindIndexes } from "./blind-index.ts";
export { type Keyring, keyId, keyring } from "./keyring.ts";
export { indexedBy, type Resealed, reseal, type SealedBy, sealedBy } from "./reseal.ts";
export { seal, sealMark, unseal } from "./seal.ts";
export { placeIn, type SealedColumn } from "./sealed-column.ts";
export { isSigned, sign } from "./sign.ts";
