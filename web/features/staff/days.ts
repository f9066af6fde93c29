/** A day as browsers write it; nothing where it is none. */
export const dayIn = (text: string): string =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "";

/** The end of a day that is meant to be part of it, in UTC. */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString();
