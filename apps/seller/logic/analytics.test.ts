import { describe, expect, it } from 'vitest';
import { csvOf, decimalOf } from './csv.ts';
import { isPeriod, lastDays, periodOf, toPoints } from './period.ts';

describe('CSV', () => {
  it('keeps formulas from running, numbers as they are, and quotes what needs it', () => {
    expect(csvOf([['=HYPERLINK("x")', '-1+2', '@a', 'a,b', 'line\nbreak', -5, null, '+44']])).toBe(
      `\uFEFF"'=HYPERLINK(""x"")",'-1+2,'@a,"a,b","line\nbreak",-5,,'+44\r\n`,
    );
    expect(decimalOf(-1205)).toBe(-12.05);
    expect(decimalOf(300, 0)).toBe(300);
  });
});

describe('periods', () => {
  const now = Date.parse('2026-06-15T12:00:00Z');
  it('what the address says is only taken when it is one', () => {
    expect(periodOf({ days: '7', from: '', to: '' }, now)).toEqual({ from: '2026-06-09', to: '2026-06-15' });
    expect(periodOf({ days: 'x', from: '2026-06-02', to: '2026-06-01' }, now)).toEqual(lastDays(30, now));
    expect(periodOf({ days: '7', from: '2011-01-01', to: '2011-12-31' }, now).from).toBe('2011-01-01');
    expect(isPeriod({ from: '2010-01-01', to: '2026-01-01' })).toBe(false);
    expect(isPeriod({ from: 'never', to: '2026-01-01' })).toBe(false);
  });

  it('long ones are drawn by the week and lose nothing', () => {
    const days = Array.from({ length: 365 }, (_, index) => ({
      day: String(index),
      net: 1,
      netBefore: 2,
      unusual: null,
    }));
    const points = toPoints(days, String);
    expect(points).toHaveLength(53);
    expect(points.reduce((sum, { now: value, before }) => sum + value + before, 0)).toBe(365 * 3);
    expect(toPoints(days.slice(0, 30), String)).toHaveLength(30);
  });
});
