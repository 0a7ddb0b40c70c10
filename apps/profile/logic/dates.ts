/** One zone for server and browser: the HTML of both is the same. */
export const shopZone = 'Europe/London';
export const dayFormat = { dateStyle: 'long', timeZone: shopZone } as const;
/** By the 24-hour clock in every language: how half days are written differs between versions of browsers. */
export const momentFormat = {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: shopZone,
} as const;
