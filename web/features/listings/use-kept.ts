import { useEffect, useState } from "react";
import type { Fields } from "./fields.ts";

/** What was typed into a large form and not saved, kept in this window. It is offered again and never put in by itself: the server may know better. */
export function useKept(place: string, saved: number | null) {
  const [kept, setKept] = useState<Fields | null>(null);
  const at = `amana-draft:listing:${place}`;
  useEffect(() => setKept(read(at)), [at]);
  useEffect(() => {
    if (saved === null) return;
    write(at, null);
    setKept(null);
  }, [at, saved]);
  return {
    kept,
    keep: (fields: Fields) => write(at, fields),
    drop: () => {
      write(at, null);
      setKept(null);
    },
  };
}

// A browser may keep nothing for us; then what was typed lives as long as its page.
function read(at: string): Fields | null {
  try {
    const parsed: unknown = JSON.parse(window.sessionStorage.getItem(at) ?? "null");
    if (typeof parsed !== "object" || parsed === null) return null;
    return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
  } catch {
    return null;
  }
}

function write(at: string, fields: Fields | null): void {
  try {
    if (fields === null) window.sessionStorage.removeItem(at);
    else window.sessionStorage.setItem(at, JSON.stringify(fields));
  } catch {
    // nothing to be done, and nothing lost but the draft
  }
}
