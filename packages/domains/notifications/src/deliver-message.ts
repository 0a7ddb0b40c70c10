import { defaultLocale } from '@mallhive/kernel';
import type { Parcel } from './channels/index.ts';
import { recoverStuck } from './channels/recover.ts';
import type { Deps } from './deps.ts';
import { notDelivered } from './errors.ts';
import { kinds } from './kinds.ts';
import type { MessageRow } from './message.repository.ts';
import type { Handover } from './ports.ts';
import { isAlwaysWanted, isWanted } from './preferences.ts';
import { fillLinks } from './secret-link.ts';
import { kindOf } from './templates/index.ts';
import { unsubscribeHeaders, unsubscribeUrl } from './unsubscribe.ts';

/** After this many tries a message is failed, and stays in the log. */
export const maximumAttempts = 8;
/** Whoever claimed a message so long ago does not deliver it any more. */
const claimMs = 120_000;
/** Before a sweep tries a message again: 30 s, doubled with each try, at most an hour. */
const pauseMs = (attempts: number) => Math.min(30_000 * 2 ** attempts, 3_600_000);

type Status = MessageRow['status'] | 'unknown';

/**
 * Hands one message to its channel. Safe to repeat and to do twice at once: it is claimed before it is handed over, so one
 * sender has it. Throws while it is worth trying again.
 */
export async function deliverMessage(deps: Deps, messageId: string): Promise<Status> {
  const message = await deps.messages.claim(
    messageId,
    deps.providers.firsts(),
    deps.providers.idempotent,
    deps.clock.now(),
  );
  if (!message) return (await deps.messages.byId(messageId))?.status ?? 'unknown';
  // Asked again: between writing and sending, and between two tries, people change their mind.
  if (message.blocked || !(await isStillWanted(deps, message))) {
    await deps.messages.suppress(messageId);
    return 'suppressed';
  }
  const { template } = message;
  const parcel = await parcelOf(deps, message).catch((error: unknown) => error as Error);
  const line = deps.providers.lineOf(message.channel);
  if (parcel instanceof Error || !line) {
    const error = parcel instanceof Error ? parcel : new Error('This shop has no such channel');
    return giveUpOrWait(deps, message, { provider: '', error, attempts: message.attempts + 1 });
  }
  // Used or over meanwhile: nobody has any use for this message.
  if (!parcel) return fail(deps, message, '', 'A link in it does not work any more');
  let { attempts } = message;
  const asked = line.startingWith(message.claimedBy);
  for (const [index, provider] of asked.entries()) {
    const next = asked[index + 1]?.name ?? null;
    const handover = await provider.send(parcel).catch((error: unknown) => error as Error);
    if (!(handover instanceof Error)) {
      line.worked(provider);
      return note(deps, message, provider.name, handover);
    }
    attempts += 1;
    line.failed(provider);
    deps.logger.warn({ error: handover, messageId, template, provider: provider.name }, 'A provider took no message');
    const lost = { provider: provider.name, error: handover, attempts };
    if (next === null || attempts >= maximumAttempts) return giveUpOrWait(deps, message, lost);
    const now = deps.clock.now();
    const failed = { provider: provider.name, error: handover.message, next, status: 'sending', dueAt: now } as const;
    await deps.messages.notSent(messageId, failed, now);
  }
  return giveUpOrWait(deps, message, { provider: '', error: new Error('Nobody sends such messages'), attempts });
}

async function note(deps: Deps, message: MessageRow, provider: string, handover: Handover): Promise<Status> {
  const now = deps.clock.now();
  if ('providerRef' in handover) {
    await deps.messages.sent(message, provider, handover.providerRef, now);
    return 'sent';
  }
  // It stays claimed: the sweep finds out, or keeps to the rule for what nobody knows.
  if ('unclear' in handover) return 'sending';
  const { undeliverable, blocks } = handover;
  if (blocks) await deps.suppressions.block(message.channel, message.recipient, provider, blocks, undeliverable, now);
  return fail(deps, message, provider, undeliverable);
}

async function fail(deps: Deps, { id }: MessageRow, provider: string, error: string): Promise<Status> {
  const now = deps.clock.now();
  await deps.messages.notSent(id, { provider, error, next: null, status: 'failed', dueAt: now }, now);
  return 'failed';
}

interface LostTry {
  provider: string;
  error: Error;
  /** With this one. */
  attempts: number;
}

async function giveUpOrWait(deps: Deps, message: MessageRow, { provider, error, attempts }: LostTry): Promise<Status> {
  const { id, template } = message;
  if (attempts >= maximumAttempts) {
    deps.logger.error({ error, messageId: id, template }, 'Message given up');
    return fail(deps, message, provider, error.message);
  }
  const now = deps.clock.now();
  const dueAt = new Date(now.getTime() + pauseMs(attempts));
  await deps.messages.notSent(id, { provider, error: error.message, next: null, status: 'queued', dueAt }, now);
  throw notDelivered(id, error);
}

/** Null when a link in it does not work any more. */
async function parcelOf(deps: Deps, message: MessageRow): Promise<Parcel | null> {
  const { id, channel, template, recipient, subject, link } = message;
  const texts = await fillLinks({ text: message.text, html: message.html }, deps.links);
  if (!texts) return null;
  const target = channel === 'push' ? await deps.subscriptions.byEndpoint(recipient) : null;
  return { id, template, to: recipient, subject, link, ...texts, headers: headersOf(deps, message), target };
}

async function isStillWanted(deps: Deps, { template, userId, channel }: MessageRow): Promise<boolean> {
  const kind = kindOf(template);
  if (isAlwaysWanted(kind, channel) || !userId) return true;
  return isWanted(await deps.preferences.ofPeople([userId]), kind, channel);
}

/** A mail program shows its own button for what can be switched off. */
function headersOf(deps: Deps, { template, userId, channel }: MessageRow): Record<string, string> {
  const kind = kindOf(template);
  if (kinds[kind].mandatory || !userId || channel !== 'email') return {};
  return unsubscribeHeaders(unsubscribeUrl(deps, { userId, kind }, defaultLocale));
}

/** Several at once, of which each gets its own answer; for jobs that have many in hand. */
export async function deliverMany(
  deps: Deps,
  ids: readonly string[],
  width = 16,
): Promise<PromiseSettledResult<Status>[]> {
  const results: PromiseSettledResult<Status>[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < ids.length; index = next++) {
      const [result] = await Promise.allSettled([deliverMessage(deps, ids[index] ?? '')]);
      if (result) results[index] = result;
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, ids.length) }, worker));
  return results;
}

/**
 * For a job: settles what a dead sender left, then delivers what was written down and waits too long, or whose pause is
 * over. Answers how many were tried.
 */
export async function deliverUnsent(deps: Deps, olderThanMs = claimMs): Promise<number> {
  const before = new Date(deps.clock.now().getTime() - olderThanMs);
  await recoverStuck(deps, before);
  const ids = await deps.messages.unsent(before, 500);
  await deliverMany(deps, ids);
  return ids.length;
}
