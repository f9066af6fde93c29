import { useEffect, useState } from "react";

export type Draft = { text: string; type: (text: string) => void; clear: () => void };

/**
 * What was typed and not sent yet, kept in this window until it is sent; `key` names what it is about. What was `refused` comes back
 * as it was typed.
 */
export function useDraft(key: string, refused?: string): Draft {
  const [text, setText] = useState(refused ?? "");
  const place = `amana-draft:${key}`;
  useEffect(() => setText((typed) => refused ?? (read(place) || typed)), [place, refused]);
  return {
    text,
    type: (next) => {
      setText(next);
      write(place, next);
    },
    clear: () => {
      setText("");
      write(place, "");
    },
  };
}

/** The properties of a field whose text is a draft. */
export const drafted = ({ text, type }: Draft) => ({
  "data-kept": "",
  value: text,
  onChange: ({ currentTarget }: React.ChangeEvent<HTMLTextAreaElement>) => type(currentTarget.value),
});

// A browser may keep nothing for us; then a draft lives as long as its page.
function read(place: string): string {
  try {
    return window.sessionStorage.getItem(place) ?? "";
  } catch {
    return "";
  }
}

function write(place: string, text: string): void {
  try {
    if (text === "") window.sessionStorage.removeItem(place);
    else window.sessionStorage.setItem(place, text);
  } catch {
    // nothing to be done, and nothing lost but the draft
  }
}
