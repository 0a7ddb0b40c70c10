import type { Clock } from '@mallhive/kernel';
import type { PreferenceRepository } from '../preference.repository.ts';
import type { NoticeRepository } from './notice.repository.ts';
import type { TimesRepository } from './times.repository.ts';

/** What the use cases of this folder get. */
export interface ScheduleDeps {
  notices: NoticeRepository;
  times: TimesRepository;
  preferences: PreferenceRepository;
  /** Of people who said nothing of theirs. */
  timeZone: string;
  clock: Clock;
}
