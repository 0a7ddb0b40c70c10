import { expect, test } from 'vitest';
import { nextCronTime } from './cron.ts';
import { parseDuration, parseMoment, parseRetryAfter } from './duration.ts';
import { evaluate, keyOf, matches, matchKeyOf, matchValueAt } from './expression.ts';

const event = { name: 'placed', data: { order: 'A', total: 120, tags: ['new'], nested: { deep: true } } };

test.each([
  ['event.data.total > 100', true],
  ['event.data.total >= 120.0 && event.data.order == "A"', true],
  ["event.data.order == 'B' || event.data.nested.deep", true],
  ["'new' in event.data.tags", true],
  ['event.data.missing == null', true],
  ["event.data.missing != 'x'", true],
  ['event.data.missing.deeper == 1', false],
  ['has(event.data.missing)', false],
  ['event.data.order > 3', false],
  ['event.data.total', false],
  ['not an expression (', false],
])('%s is %s', (source, expected) => {
  expect(matches(source, { event })).toBe(expected);
});

test('no filter passes everything, two missing members do not match', () => {
  expect(matches(null, { event })).toBe(true);
  const match = 'event.data.payment == async.data.payment';
  expect(matches(match, { event, async: { data: {} } })).toBe(false);
  expect(matches('event.data.order == async.data.order', { event, async: { data: { order: 'A' } } })).toBe(true);
});

test('the key of a wait is what an arriving event is found by', () => {
  const source = 'async.data.kind != "test" && event.data.order == async.data.order';
  expect(matchKeyOf(source, event)).toEqual({ path: 'data.order', value: '"A"' });
  expect(matchKeyOf('async.data.total == 120', event)).toEqual({ path: 'data.total', value: '120' });
  expect(matchKeyOf('async.data.total > 120', event)).toBeUndefined();
  expect(matchKeyOf('event.data.missing == async.data.missing', event)).toBeUndefined();
  expect(matchValueAt({ data: { order: 'A' } }, 'data.order')).toBe('"A"');
  expect(matchValueAt({ data: {} }, 'data.order')).toBeUndefined();
});

test('keys and numbers come out as plain values', () => {
  expect(keyOf('event.data.order', event)).toBe('A');
  expect(keyOf('event.data.total', event)).toBe('120');
  expect(keyOf("event.data.order + '-' + event.name", event)).toBe('A-placed');
  expect(keyOf('broken(', event)).toBe('');
  expect(evaluate('event.data.total > 100 ? 60 : 0', { event })).toEqual({ ok: true, value: 60 });
});

test('durations, moments and Retry-After', () => {
  expect(parseDuration('1d2h30m')).toBe(95_400_000);
  expect(parseDuration('1500ms')).toBe(1_500);
  expect(parseDuration('soon')).toBeUndefined();
  expect(parseMoment('10s', 1_000)).toEqual(new Date(11_000));
  expect(parseMoment('2030-01-01T00:00:00Z', 0)).toEqual(new Date('2030-01-01T00:00:00Z'));
  expect(parseRetryAfter('3', 1_000)).toEqual(new Date(4_000));
  expect(parseRetryAfter('2030-01-01T00:00:00.000Z', 0)).toEqual(new Date('2030-01-01T00:00:00Z'));
  expect(parseRetryAfter(undefined, 0)).toBeUndefined();
});

test('cron expressions, with a time zone', () => {
  const from = new Date('2026-07-01T10:00:30Z');
  expect(nextCronTime('*/5 * * * *', from)).toEqual(new Date('2026-07-01T10:05:00Z'));
  expect(nextCronTime('TZ=Europe/London 0 9 * * *', from)).toEqual(new Date('2026-07-02T08:00:00Z'));
  expect(nextCronTime('nonsense', from)).toBeUndefined();
});
