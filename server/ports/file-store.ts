/** Keeps bytes under keys of our own; a key is never a name that somebody gave. */
export type FileStore = {
  /** Once it has answered, the bytes are there whole, also after a crash. The same key again replaces them. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null when nothing lies there. */
  get(key: string): Promise<Uint8Array | null>;
  /** Nothing lies there afterwards, whether anything did before or not. */
  delete(key: string): Promise<void>;
};
