import { defaultLocale } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import { notDelivered } from './errors.ts';
import { kinds } from './kinds.ts';
import type { MessageRow } from './message.repository.ts';
import { isWanted } from './preferences.ts';
import { fillLinks } from './secret-link.ts';
import { kindOf } from './templates/index.ts';
import { unsubscribeHeaders, unsubscribeUrl } from './unsubscribe.ts';

/** After this many tries a message is failed, and stays in the log. */
export const maximumAttempts = 8;

/**
 * Hands one message to its channel. Safe to repeat: a sent one is not sent again, and the channel gets the message's id,
 * so that a crash between handing over and noting it down sends nothing twice. Throws while it is worth trying again.
 */
export async function deliverMessage(
  deps: Deps,
  messageId: string,
): Promise<'sent' | 'failed' | 'suppressed' | 'unknown'> {
  const message = await deps.messages.byId(messageId);
  if (!message) return 'unknown';
  if (message.status !== 'queued') return message.status === 'sending' ? 'unknown' : message.status;
  const { id, template, recipient: to, subject, text, html } = message;
  // Asked again: between writing and sending, and between two tries, people change their mind.
  if (!(await isStillWanted(deps, message))) {
    await deps.messages.suppress(id);
    return 'suppressed';
  }
  try {
    const texts = await fillLinks({ text, html }, deps.links);
    if (!texts) {
      // Used or over meanwhile: nobody has any use for this mail.
      await deps.messages.notSent(id, 'A link in it does not work any more', 0, deps.clock.now());
      return 'failed';
    }
    const handover = await deps.mail.send({
      id,
      template,
      to,
      subject,
      ...texts,
      headers: headersOf(deps, message),
    });
    if ('undeliverable' in handover) {
      await deps.messages.notSent(id, handover.undeliverable, 0, deps.clock.now());
      return 'failed';
    }
    await deps.messages.sent(message, handover.providerRef, deps.clock.now());
    return 'sent';
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await deps.messages.notSent(id, reason, maximumAttempts, deps.clock.now());
    if (message.attempts + 1 < maximumAttempts) throw notDelivered(id, error);
    deps.logger.error({ error, messageId, template }, 'Message given up');
    return 'failed';
  }
}

async function isStillWanted(deps: Deps, { template, userId, channel }: MessageRow): Promise<boolean> {
  const kind = kindOf(template);
  if (kinds[kind].mandatory || !userId) return true;
  return isWanted(await deps.preferences.ofPeople([userId]), kind, channel);
}

/** A mail program shows its own button for what can be switched off. */
function headersOf(deps: Deps, { template, userId }: MessageRow): Record<string, string> {
  const kind = kindOf(template);
  if (kinds[kind].mandatory || !userId) return {};
  return unsubscribeHeaders(unsubscribeUrl(deps, { userId, kind }, defaultLocale));
}

/** For a job: messages that were written down but whose delivery was lost. Answers how many were tried. */
export async function deliverUnsent(deps: Deps, olderThanMs = 120_000): Promise<number> {
  const ids = await deps.messages.unsent(new Date(deps.clock.now().getTime() - olderThanMs), 100);
  await Promise.allSettled(ids.map((id) => deliverMessage(deps, id)));
  return ids.length;
}
