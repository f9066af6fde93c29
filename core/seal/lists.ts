/** The value at a place where there must be one: columns of unequal length are a bug, and no zero stands in for a number. */
export function valueAt<T>(list: ArrayLike<T | undefined>, place: number): T {
  const value = list[place];
  if (value === undefined) throw new RangeError(`nothing at ${place} of ${list.length}`);
  return value;
}

/** The same for each kind of column: one function that is given lists of many kinds looks up the kind each time. */
export function byteAt(list: Uint8Array, place: number): number {
  const value = list[place];
  if (value === undefined) throw new RangeError(`nothing at ${place} of ${list.length}`);
  return value;
}

export function integerAt(list: Int32Array, place: number): number {
  const value = list[place];
  if (value === undefined) throw new RangeError(`nothing at ${place} of ${list.length}`);
  return value;
}

export function numberAt(list: Float64Array, place: number): number {
  const value = list[place];
  if (value === undefined) throw new RangeError(`nothing at ${place} of ${list.length}`);
  return value;
}
