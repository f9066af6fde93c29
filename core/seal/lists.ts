/** The value at a place where there must be one: columns of unequal length are a bug, and no zero stands in for a number. */
export function valueAt<T>(list: ArrayLike<T | undefined>, place: number): T {
  const value = list[place];
  if (value === undefined) throw new RangeError(`nothing at ${place} of ${list.length}`);
  return value;
}
