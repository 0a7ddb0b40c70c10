import type { Deps } from '../deps.ts';
import { kinds } from '../kinds.ts';
import type { MessageRow } from '../message.repository.ts';
import { kindOf } from '../templates/index.ts';

/**
 * Messages whose sender died between handing over and noting it. A provider that can tell is asked; of one that cannot,
 * nobody knows: then what always has to come is sent again under the same id (seldom twice, never lost), everything else
 * is not (seldom lost, never twice). Answers how many were settled.
 */
export async function recoverStuck(deps: Deps, before: Date): Promise<number> {
  const stuck = await deps.messages.stuck(before, 500);
  const again = (await Promise.all(stuck.map((message) => settle(deps, message)))).flatMap((id) => id ?? []);
  if (again.length > 0) await deps.messages.giveBack(again);
  return stuck.length;
}

/** The id of a message that is to be sent again. */
async function settle(deps: Deps, message: MessageRow & { claimedBy: string | null }): Promise<string | null> {
  const { id, channel, template, claimedBy } = message;
  const provider = deps.providers.lineOf(channel)?.byName(claimedBy);
  const now = deps.clock.now();
  if (!provider?.find) {
    if (provider?.idempotent || kinds[kindOf(template)].mandatory) return id;
    const error = 'The sender stopped while it was handed over, and the provider cannot tell whether it was taken';
    const failed = { provider: claimedBy ?? '', error, next: null, status: 'failed', dueAt: now } as const;
    await deps.messages.notSent(id, failed, now);
    return null;
  }
  try {
    const found = await provider.find(id);
    if (!found) return id;
    await deps.messages.sent(message, provider.name, found.providerRef, now);
  } catch (error) {
    deps.logger.warn({ error, messageId: id }, 'A provider could not be asked about a message; it is asked again');
  }
  return null;
}
