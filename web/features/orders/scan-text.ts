/** What a courier wrote of a scan: couriers write in capitals, which read as shouting. */
export const scanText = (text: string): string =>
  text === text.toUpperCase() ? text.charAt(0) + text.slice(1).toLowerCase() : text;
