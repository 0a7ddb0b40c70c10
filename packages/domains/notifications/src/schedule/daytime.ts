/** When somebody wants to be left alone. Minutes after midnight in their time zone; both the same: never. */
export interface ReaderTimes {
  timeZone: string;
  quietFrom: number;
  quietTo: number;
}

export const nightIsQuiet = { quietFrom: 21 * 60, quietTo: 8 * 60 } as const;
const day = 24 * 60;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(timeZone, made);
  return made;
}

/** Minutes after midnight there. */
function minutesIn(timeZone: string, at: Date): number {
  const parts = formatIn(timeZone).formatToParts(at);
  const figure = (type: 'hour' | 'minute') => Number(parts.find((part) => part.type === type)?.value);
  return figure('hour') * 60 + figure('minute');
}

export function isTimeZone(name: string): boolean {
  try {
    formatIn(name);
    return true;
  } catch {
    return false;
  }
}

/** How many minutes of quiet are left. */
function quietLeft({ timeZone, quietFrom, quietTo }: ReaderTimes, at: Date): number {
  const length = (quietTo - quietFrom + day) % day;
  const since = (minutesIn(timeZone, at) - quietFrom + day) % day;
  return since < length ? length - since : 0;
}

/** The same moment, or the end of the quiet hours it falls into. */
export function notQuiet(times: ReaderTimes, at: Date): Date {
  const left = quietLeft(times, at);
  if (left === 0) return at;
  const end = new Date(Math.floor(at.getTime() / 60_000) * 60_000 + left * 60_000);
  // A night in which the clocks are put back is an hour longer; the other kind ends an hour late.
  const again = quietLeft(times, end);
  return again > 0 && again <= 60 ? new Date(end.getTime() + again * 60_000) : end;
}
