import { timeZoneUnknown } from './errors.ts';

/** Named zones only: PostgreSQL reads `+05` the other way round than everybody else. */
export function assertTimeZone(timeZone: string): void {
  try {
    if (!/^[A-Za-z]/.test(timeZone)) throw timeZoneUnknown(timeZone);
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw timeZoneUnknown(timeZone);
  }
}
