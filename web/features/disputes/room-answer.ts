import { useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";

export type RoomIntent = "respond" | "appeal" | "evidence" | "withdraw" | "concede" | "confirm_receipt";
/** What became of a form of the room: done, or refused with what was typed. */
export type RoomAnswer = {
  intent: string;
  problem: Problem | null;
  input: Record<string, string>;
  key: string;
} | null;

export const answerOf = (answer: RoomAnswer, intent: string): RoomAnswer => (answer?.intent === intent ? answer : null);

export function useSending(intent: string): boolean {
  const { state, formData } = useNavigation();
  return state !== "idle" && formData?.get("intent") === intent;
}
