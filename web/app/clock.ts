/** The real clock and the real dice: the only file of the web app that may read them, and only where no answer says the time. */

export const realNow = (): string => new Date().toISOString();
export const realMilliseconds = (): number => Date.now();
export const chance = (): number => Math.random();
