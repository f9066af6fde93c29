const IST_OFFSET_MS = 5.5 * 60 * 60 * 1000;
const shifted = (instant: number): string => new Date(instant + IST_OFFSET_MS).toISOString();

/** `2026-01-05T17:41:10+05:30`, as Cashfree's payment gateway writes times. */
export const istIso = (instant: number): string => `${shifted(instant).slice(0, 19)}+05:30`;

/** `2026-01-05T12:11:10Z`, as Cashfree's payouts write times. */
export const utcIso = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** `05-01-2026`, as RapidShyp writes days. */
export const istDay = (instant: number): string => {
  const [year, month, day] = shifted(instant).slice(0, 10).split("-");
  return `${day}-${month}-${year}`;
};

/** `05-01-2026 17:41:10`, without zone but meaning IST, as RapidShyp writes times. */
export const istStamp = (instant: number): string => `${istDay(instant)} ${shifted(instant).slice(11, 19)}`;
