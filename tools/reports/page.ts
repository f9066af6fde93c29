/** A table in Markdown; every row has as many cells as the head. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** 1234567 → 1,234,567; fractions keep three digits at most. */
export const number = (value: number): string =>
  new Intl.NumberFormat("en", { maximumFractionDigits: value < 10 ? 3 : value < 1000 ? 1 : 0 }).format(value);

export const paragraphs = (...parts: readonly (string | null)[]): string =>
  `${parts.filter((part) => part !== null).join("\n\n")}\n`;
