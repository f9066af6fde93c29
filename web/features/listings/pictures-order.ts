/** The order after a button: `up:pic_1`, `down:pic_1`, `remove:pic_1`; anything else keeps it. */
export function arranged(order: readonly string[], act: string): string[] {
  const [verb, id = ""] = act.split(":");
  const place = order.indexOf(id);
  if (place < 0) return [...order];
  const rest = order.filter((one) => one !== id);
  if (verb === "remove") return rest;
  return placedAt(order, id, verb === "up" ? place - 1 : verb === "down" ? place + 1 : place);
}

/** With one of them put at another place; the others keep their order. */
export function placedAt(order: readonly string[], id: string, place: number): string[] {
  const rest = order.filter((one) => one !== id);
  return rest.toSpliced(Math.max(0, Math.min(place, rest.length)), 0, id);
}
