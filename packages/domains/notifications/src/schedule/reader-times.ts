import type { z } from 'zod';
import { timeZoneUnknown } from '../errors.ts';
import type { learnTimeZoneInput, setTimesInput, timesOutput } from './contract.ts';
import { isTimeZone, nightIsQuiet, notQuiet, type ReaderTimes } from './daytime.ts';
import type { ScheduleDeps } from './deps.ts';

type Reading = Pick<ScheduleDeps, 'times' | 'timeZone'>;

/** Of whoever said nothing: the shop's time zone, with quiet nights. */
export async function timesOf(
  { times, timeZone }: Reading,
  userIds: readonly string[],
): Promise<(userId: string) => ReaderTimes> {
  const known = new Map((await times.ofPeople(userIds)).map((own) => [own.userId, own]));
  return (userId) => known.get(userId) ?? { timeZone, ...nightIsQuiet };
}

/** `at`, or the end of the person's quiet hours when it falls into them. */
export const goodTime = async (deps: Reading, userId: string, at: Date): Promise<Date> =>
  notQuiet((await timesOf(deps, [userId]))(userId), at);

export async function readTimes({ times, timeZone }: Reading, userId: string): Promise<z.output<typeof timesOutput>> {
  const [own] = await times.ofPeople([userId]);
  if (!own) return { timeZone, ...nightIsQuiet, known: false };
  const { quietFrom, quietTo } = own;
  return { timeZone: own.timeZone, quietFrom, quietTo, known: true };
}

/** Throws `time_zone_unknown`; then nothing is changed. */
export async function setTimes(
  deps: Reading & Pick<ScheduleDeps, 'clock'>,
  userId: string,
  input: z.output<typeof setTimesInput>,
): Promise<z.output<typeof timesOutput>> {
  if (!isTimeZone(input.timeZone)) throw timeZoneUnknown();
  await deps.times.save(userId, input, deps.clock.now());
  return readTimes(deps, userId);
}

/** What a browser says; what the person chose themselves stays. One that nobody knows is left. */
export async function learnTimeZone(
  { times, clock }: Pick<ScheduleDeps, 'times' | 'clock'>,
  userId: string,
  { timeZone }: z.output<typeof learnTimeZoneInput>,
): Promise<{ learnt: boolean }> {
  if (!isTimeZone(timeZone)) return { learnt: false };
  return { learnt: (await times.learn(userId, { timeZone, ...nightIsQuiet }, clock.now())) > 0 };
}
