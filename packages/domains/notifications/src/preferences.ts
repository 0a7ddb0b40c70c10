import type { z } from 'zod';
import type { preferencesOutput, setPreferencesInput } from './contract.ts';
import type { Deps } from './deps.ts';
import { channelUnavailable, preferenceMandatory } from './errors.ts';
import { type Channel, type Kind, kindNames, kinds } from './kinds.ts';
import type { StoredChoice } from './preference.repository.ts';

/** Whose settings: of people without a shop those that only sellers get are left out. */
export interface Reader {
  userId: string;
  sells: boolean;
}

/** Mail and inbox of mandatory kinds always come; text messages and browsers are always a choice. */
export const isAlwaysWanted = (kind: Kind, channel: Channel): boolean =>
  kinds[kind].mandatory && (channel === 'email' || channel === 'inbox');

/** Whether a person wants it: what they chose, else what the kind says by itself. */
export function isWanted(
  choices: readonly Pick<StoredChoice, 'kind' | 'channel' | 'wanted'>[],
  kind: Kind,
  channel: Channel,
): boolean {
  if (isAlwaysWanted(kind, channel)) return true;
  const chosen = choices.find((choice) => choice.kind === kind && choice.channel === channel)?.wanted;
  // A text message costs, and comes at any place: only who asks for it gets one.
  return chosen ?? (channel !== 'sms' && kinds[kind].wanted);
}

export async function readPreferences(
  deps: Pick<Deps, 'preferences' | 'channels'>,
  { userId, sells }: Reader,
): Promise<z.output<typeof preferencesOutput>> {
  const chosen = await deps.preferences.ofPeople([userId]);
  const shown = kindNames.filter((kind) => sells || kinds[kind].audience === 'everybody');
  return {
    kinds: shown.map((kind) => ({
      kind,
      mandatory: kinds[kind].mandatory,
      channels: deps.channels.map((channel) => ({
        channel,
        wanted: isWanted(chosen, kind, channel),
        ...(isAlwaysWanted(kind, channel) && { mandatory: true }),
      })),
    })),
  };
}

/** Sets one or many; of two changes of the same the last one counts. Throws `preference_mandatory`, `channel_unavailable`. */
export async function setPreferences(
  deps: Pick<Deps, 'preferences' | 'channels' | 'clock'>,
  reader: Reader,
  { changes }: z.output<typeof setPreferencesInput>,
): Promise<z.output<typeof preferencesOutput>> {
  for (const { kind, channel, wanted } of changes) {
    if (!deps.channels.includes(channel)) throw channelUnavailable(channel);
    if (isAlwaysWanted(kind, channel) && !wanted) throw preferenceMandatory(kind);
  }
  const last = new Map(changes.map((change) => [`${change.kind}:${change.channel}`, change]));
  const stored = [...last.values()].filter(({ kind, channel }) => !isAlwaysWanted(kind, channel));
  if (stored.length > 0) await deps.preferences.set(reader.userId, stored, deps.clock.now());
  return readPreferences(deps, reader);
}
