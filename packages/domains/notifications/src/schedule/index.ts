import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Database } from '../message.repository.ts';
import type { PreferenceRepository } from '../preference.repository.ts';
import type { learnTimeZoneInput, setTimesInput } from './contract.ts';
import type { ScheduleDeps } from './deps.ts';
import { holdNotices, type NoticeInput, tidyNotices } from './hold-notices.ts';
import { createNoticeRepository } from './notice.repository.ts';
import { goodTime, learnTimeZone, readTimes, setTimes } from './reader-times.ts';
import { createTimesRepository } from './times.repository.ts';

export type { NoticeInput } from './hold-notices.ts';
export type { NoticeBatch } from './notice.repository.ts';

interface ScheduleOptions {
  db: Database;
  preferences: PreferenceRepository;
  timeZone: string;
  clock: Clock;
}

/** What can wait: for daytime, and for others of its kind. */
export function createSchedule({ db, ...rest }: ScheduleOptions) {
  const deps: ScheduleDeps = { ...rest, notices: createNoticeRepository(db), times: createTimesRepository(db) };
  const { notices, times, clock } = deps;
  return {
    /**
     * Keeps what can wait, once per key, until it is due and taken. What its reader does not want is not kept.
     * Answers how many were new.
     */
    hold: (inputs: readonly NoticeInput[]) => holdNotices(deps, inputs),
    /** What is due now, at most `limit` messages; what was taken before without being `told` comes again, as the same batch. */
    takeDue: (limit: number) => notices.takeDue(clock.now(), limit),
    /** These batches became messages, or have nothing to say any more. */
    told: (batchIds: readonly string[]) => notices.told(batchIds, clock.now()),
    /** Forgets keys of what was told half a year ago. Answers how many. */
    tidyNotices: () => tidyNotices(deps),
    /** `at`, or the end of the person's quiet hours when it falls into them. */
    goodTime: (userId: string, at: Date) => goodTime(deps, userId, at),
    times: (userId: string) => readTimes(deps, userId),
    /** Throws `time_zone_unknown`; then nothing is changed. */
    setTimes: (userId: string, input: z.output<typeof setTimesInput>) => setTimes(deps, userId, input),
    /** What the person chose stays. */
    learnTimeZone: (userId: string, input: z.output<typeof learnTimeZoneInput>) => learnTimeZone(deps, userId, input),
    /** When a person is up, for their data export; null when they never said. */
    timesOfPerson: async (userId: string) => (await times.ofPeople([userId]))[0] ?? null,
    /** Whatever waits for a person, and when they are up. Repeating is harmless. */
    forgetSchedule: async (userId: string) => {
      await notices.forget(userId);
      await times.forget(userId);
    },
  };
}
