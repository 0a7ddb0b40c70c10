import { newId } from '@mallhive/kernel';
import { channels } from '../kinds.ts';
import { isWanted } from '../preferences.ts';
import { notQuiet } from './daytime.ts';
import type { ScheduleDeps } from './deps.ts';
import { timesOf } from './reader-times.ts';
import { type Topic, topics } from './topics.ts';

export interface NoticeInput {
  /** What makes it unique, whoever tells of it how often: `price-drop:<wish>:<amount>`. */
  key: string;
  userId: string;
  topic: Topic;
  /** What the message needs to know later. Of the person nothing but ids. */
  data: Record<string, unknown>;
}

const longestSpacing = Math.max(...Object.values(topics).map(({ spacingHours }) => spacingHours)) * 3_600_000;

/**
 * Keeps what can wait, once per key: until others of its kind had time to join, the last message of the topic is long
 * enough ago, and it is not night. What its reader does not want is not kept at all. Answers how many were new.
 */
export async function holdNotices(deps: ScheduleDeps, inputs: readonly NoticeInput[]): Promise<number> {
  if (inputs.length === 0) return 0;
  const now = deps.clock.now();
  const userIds = [...new Set(inputs.map(({ userId }) => userId))];
  const [choices, times, plans] = await Promise.all([
    deps.preferences.ofPeople(userIds),
    timesOf(deps, userIds),
    deps.notices.planned(userIds, new Date(now.getTime() - longestSpacing)),
  ]);
  const own = Map.groupBy(choices, ({ userId }) => userId);
  const plan = new Map(plans.map((one) => [`${one.userId} ${one.topic}`, one]));
  const notices = inputs.flatMap((input) => {
    const { userId, topic } = input;
    const { kind, collectMinutes, spacingHours } = topics[topic];
    if (!channels.some((channel) => isWanted(own.get(userId) ?? [], kind, channel))) return [];
    const { toldAt = null, dueAt = null } = plan.get(`${userId} ${topic}`) ?? {};
    const earliest = Math.max(
      now.getTime() + collectMinutes * 60_000,
      toldAt ? toldAt.getTime() + spacingHours * 3_600_000 : 0,
    );
    return [{ ...input, id: newId(), dueAt: dueAt ?? notQuiet(times(userId), new Date(earliest)) }];
  });
  return notices.length === 0 ? 0 : deps.notices.hold(notices, now);
}

/** What is told is known for so long that nothing comes twice. */
const keepMs = 180 * 86_400_000;
export const tidyNotices = ({ notices, clock }: ScheduleDeps): Promise<number> =>
  notices.tidy(new Date(clock.now().getTime() - keepMs));
