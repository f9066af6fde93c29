/** The next round number at or above the largest value: a small number times a power of ten. */
export function roundTop(largest: number): number {
  if (largest <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= largest) ?? 10;
  return step * power;
}

/** Which of so many places along an axis are named, the first and the last among them, so that the names do not meet. */
export function namedPlaces(places: number, most: number): number[] {
  if (places <= 0) return [];
  if (places === 1 || most <= 1) return [0];
  const names = Math.min(places, most);
  return Array.from({ length: names }, (_, index) => Math.round((index * (places - 1)) / (names - 1)));
}
