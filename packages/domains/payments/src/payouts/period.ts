export type Frequency = 'daily' | 'weekly' | 'monthly';

/** The period that a moment belongs to, by UTC: `2026-11-23`, `2026-W48` (weeks begin on Monday), `2026-11`. One payout each. */
export function periodOf(frequency: Frequency, at: Date): string {
  const day = at.toISOString().slice(0, 10);
  if (frequency === 'daily') return day;
  if (frequency === 'monthly') return day.slice(0, 7);
  // ISO 8601: a week belongs to the year of its Thursday.
  const thursday = new Date(`${day}T00:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000 + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}
