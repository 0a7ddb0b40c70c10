import { Cron } from 'croner';

/** The next time after `from`, or undefined for an expression that names none. `TZ=Europe/London 0 9 * * *` is understood. */
export function nextCronTime(expression: string, from: Date = new Date()): Date | undefined {
  const zone = /^TZ=(\S+)\s+(.*)$/.exec(expression.trim());
  try {
    const cron = new Cron(zone?.[2] ?? expression, { paused: true, timezone: zone?.[1] ?? 'UTC' });
    return cron.nextRun(from) ?? undefined;
  } catch {
    return undefined;
  }
}
