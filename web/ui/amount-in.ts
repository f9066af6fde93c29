import { parseMajor } from "@amana/core/money";
import type { Money } from "../api/types.ts";
import { plainDigits } from "./digits.ts";

/** An amount as people type it; null when it is none. */
export function amountIn(text: string | undefined, currency: string | undefined): Money | null {
  const parsed = parseMajor(plainDigits(text ?? "").replaceAll(/[,٬\s]/g, ""), currency ?? "");
  return parsed.ok && parsed.value.minor >= 0n
    ? { amount: Number(parsed.value.minor), currency: parsed.value.currency }
    : null;
}
