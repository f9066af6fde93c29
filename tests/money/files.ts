import type { FileStore } from "../../server/ports/file-store.ts";

/** Files in memory, and a disk that can be full. */
export function memoryFiles(): FileStore & { readonly kept: Map<string, Uint8Array>; full: boolean } {
  const kept = new Map<string, Uint8Array>();
  return {
    kept,
    full: false,
    async put(key, bytes) {
      if (this.full) throw new Error("no space left on device");
      kept.set(key, bytes);
    },
    get: async (key) => kept.get(key) ?? null,
    async delete(key) {
      kept.delete(key);
    },
  };
}
