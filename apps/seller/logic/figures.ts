/** Change against an earlier figure in percent; null when there is nothing to compare with. */
export function changePercent(now: number, before: number): number | null {
  if (before === 0) return null;
  return Math.round(((now - before) / before) * 100);
}

/** `14:00`; hours are those of the shop's day. */
export const hourLabel = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

const short = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** A calendar date, `2026-06-15`, without a time zone. */
export const dateLabel = (date: string): string => short.format(new Date(`${date}T00:00:00Z`));
const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
/** The same with its year. */
export const longDateLabel = (date: string): string => long.format(new Date(`${date}T00:00:00Z`));
export const momentLabel = (iso: string): string => moment.format(new Date(iso));
