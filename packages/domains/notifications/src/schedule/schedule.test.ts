import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { fixedClock, newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNotifications, type NoticeInput, type NotificationsFacade } from '../index.ts';
import { fakeMail } from '../testing.ts';
import { nightIsQuiet, notQuiet } from './daytime.ts';

let base: TestDatabase;
let notifications: NotificationsFacade;
const clock = fixedClock('2026-07-01T12:00:00Z');
beforeAll(async () => {
  base = await createTestDatabase();
  notifications = createNotifications({ db: base.db, mail: fakeMail(), shellUrl: 'https://shop.test', clock });
});
afterAll(() => base.close());
beforeEach(async () => {
  clock.advance(30 * 86_400_000);
  const batches = await notifications.takeDue(1000);
  await notifications.told(batches.map(({ batchId }) => batchId));
});

const drop = (userId: string, key: string, data = { key }): NoticeInput => ({
  key,
  userId,
  topic: 'price-drop',
  data,
});
const hours = (count: number) => clock.advance(count * 3_600_000);

describe('quiet hours', () => {
  const night = (timeZone: string) => ({ timeZone, ...nightIsQuiet });
  it.each([
    ['in the day', 'Europe/Berlin', '2026-07-01T12:00:00Z', '2026-07-01T12:00:00Z'],
    ['before midnight', 'Europe/Berlin', '2026-07-01T20:30:00Z', '2026-07-02T06:00:00.000Z'],
    ['after midnight, elsewhere', 'Asia/Dubai', '2026-07-01T22:10:20Z', '2026-07-02T04:00:00.000Z'],
    ['a quarter of an hour off', 'Asia/Kathmandu', '2026-07-01T16:00:00Z', '2026-07-02T02:15:00.000Z'],
    ['while clocks are put back', 'Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25T07:00:00.000Z'],
    ['the end of the night is day', 'UTC', '2026-07-02T08:00:00Z', '2026-07-02T08:00:00Z'],
  ])('%s', (_name, timeZone, at, expected) => {
    expect(notQuiet(night(timeZone), new Date(at))).toEqual(new Date(expected));
  });

  it('never, and over noon', () => {
    const at = new Date('2026-07-01T12:30:00Z');
    expect(notQuiet({ timeZone: 'UTC', quietFrom: 0, quietTo: 0 }, at)).toEqual(at);
    const siesta = { timeZone: 'UTC', quietFrom: 720, quietTo: 840 };
    expect(notQuiet(siesta, at)).toEqual(new Date('2026-07-01T14:00:00Z'));
  });
});

it('what comes within the hour goes together, once, at noon and not at night', async () => {
  const userId = newId();
  expect(await notifications.hold([drop(userId, `a:${userId}`)])).toBe(1);
  expect(await notifications.takeDue(100)).toEqual([]);
  await Promise.all(
    [1, 2, 3].map(() => notifications.hold([drop(userId, `a:${userId}`), drop(userId, `b:${userId}`)])),
  );
  hours(1);
  const takes = await Promise.all([1, 2].map(() => notifications.takeDue(100)));
  const [batch] = takes[0] ?? [];
  expect(takes[0]).toHaveLength(1);
  expect(takes[1]).toEqual(takes[0]);
  expect(batch).toMatchObject({ userId, topic: 'price-drop', items: [{ key: `a:${userId}` }, { key: `b:${userId}` }] });
  await notifications.told([batch?.batchId ?? '']);
  expect(await notifications.takeDue(100)).toEqual([]);
  // Told is told, however late it is said again; and what it said is gone.
  expect(await notifications.hold([drop(userId, `a:${userId}`)])).toBe(0);
  const { rows } = await base.db.pool.query('select data from notifications.held_notices where user_id = $1', [userId]);
  expect(rows).toEqual([{ data: {} }, { data: {} }]);
});

it('a second message of the topic waits for the next day, and then for the morning', async () => {
  const userId = newId();
  await notifications.setTimes(userId, { timeZone: 'Asia/Dubai', quietFrom: 1200, quietTo: 600 });
  await notifications.hold([drop(userId, `c:${userId}`)]);
  // The afternoon there: an hour later it is sent, and the next one is due a day after that.
  hours(1);
  const [first] = await notifications.takeDue(100);
  await notifications.told([first?.batchId ?? '']);
  await notifications.hold([drop(userId, `d:${userId}`)]);
  hours(23);
  expect(await notifications.takeDue(100)).toEqual([]);
  hours(1);
  const [second] = await notifications.takeDue(100);
  await notifications.told([second?.batchId ?? '']);
  hours(30);
  await notifications.hold([drop(userId, `e:${userId}`)]);
  // 20:00 UTC, midnight there: quiet until 10:00, which is 06:00 UTC.
  hours(9);
  expect(await notifications.takeDue(100)).toEqual([]);
  hours(1);
  expect(await notifications.takeDue(100)).toHaveLength(1);
});

it('what somebody does not want, or never asked for, is not kept; a person who goes leaves nothing', async () => {
  const [userId, other] = [newId(), newId()];
  await notifications.setPreferences(
    { userId, sells: false },
    { changes: [{ kind: 'wishlist', channel: 'email', wanted: false }] },
  );
  const offer = { key: `cart:${other}`, userId: other, topic: 'abandoned-cart' as const, data: {} };
  await notifications.hold([drop(other, `f:${other}`), offer]);
  await notifications.learnTimeZone(other, { timeZone: 'Asia/Dubai' });
  await notifications.forgetPerson(other, 'gone@example.test');
  expect(await notifications.timesOfPerson(other)).toBeNull();
  hours(2);
  expect((await notifications.takeDue(100)).filter((batch) => batch.userId === other)).toEqual([]);
});

it('a browser says the time zone until the person does; one that nobody knows is refused', async () => {
  const userId = newId();
  expect(await notifications.times(userId)).toMatchObject({ timeZone: 'Europe/London', known: false });
  await expect(
    notifications.setTimes(userId, { timeZone: 'Mars/Olympus', quietFrom: 0, quietTo: 0 }),
  ).rejects.toMatchObject({ reason: 'time_zone_unknown' });
  expect(await notifications.learnTimeZone(userId, { timeZone: 'Mars/Olympus' })).toEqual({ learnt: false });
  expect(await notifications.learnTimeZone(userId, { timeZone: 'Asia/Tokyo' })).toEqual({ learnt: true });
  expect(await notifications.learnTimeZone(userId, { timeZone: 'Asia/Tokyo' })).toEqual({ learnt: false });
  await notifications.setTimes(userId, { timeZone: 'Europe/Paris', quietFrom: 0, quietTo: 0 });
  expect(await notifications.learnTimeZone(userId, { timeZone: 'Asia/Tokyo' })).toEqual({ learnt: false });
  expect(await notifications.times(userId)).toEqual({
    timeZone: 'Europe/Paris',
    quietFrom: 0,
    quietTo: 0,
    known: true,
  });
  const noon = new Date('2026-07-01T02:00:00Z');
  expect(await notifications.goodTime(userId, noon)).toEqual(noon);
});
