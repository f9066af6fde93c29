import { useEffect, useState } from "react";
import type { Suggestion } from "../../api/shopping.ts";

const PAUSE_MS = 150;
const SHORTEST = 2;

/** What begins like this, asked for when somebody pauses; the answer to what is no longer typed is dropped. */
export function useSuggestions(typed: string): Suggestion[] {
  const [offered, setOffered] = useState<Suggestion[]>([]);
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted.length < SHORTEST) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      suggestionsFor(wanted, stop.signal).then(setOffered, () => {});
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return wanted.length < SHORTEST ? [] : offered;
}

async function suggestionsFor(words: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`/api/v1/listings/suggestions?q=${encodeURIComponent(words.slice(0, 200))}`, { signal });
  const body: unknown = response.ok ? await response.json() : null;
  const data = typeof body === "object" && body !== null && "data" in body ? body.data : [];
  return Array.isArray(data) ? data.flatMap(suggestion) : [];
}

const suggestion = (one: unknown): Suggestion[] =>
  typeof one === "object" && one !== null && "text" in one && typeof one.text === "string"
    ? [{ text: one.text, category: "category" in one && typeof one.category === "string" ? one.category : null }]
    : [];
