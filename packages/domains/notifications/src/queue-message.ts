import { defaultLocale, type Locale, newId } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import { type Channel, kinds } from './kinds.ts';
import type { NewMessage } from './message.repository.ts';
import type { StoredChoice } from './preference.repository.ts';
import { isWanted } from './preferences.ts';
import { speechIn } from './speech.ts';
import { toHtml } from './templates/frame.ts';
import { kindOf, type TemplateData, type TemplateName, writeLetter } from './templates/index.ts';
import { toText } from './templates/layout.ts';
import { unsubscribeUrl } from './unsubscribe.ts';

export interface MessageInput<Name extends TemplateName = TemplateName> {
  /** What makes the message unique, whoever asks for it how often: `order-confirmation:<order>`. */
  key: string;
  template: Name;
  data: TemplateData[Name];
  /** Messages that somebody may switch off go only to people with an account, who can. */
  to: { email: string; userId: string | null };
  /** The reader's language. */
  locale?: Locale;
  /** Besides the mail also into the inbox of the user, if it is one. */
  inbox?: boolean;
  /** Also to each browser in which the user allowed messages. */
  push?: boolean;
  /** Also as a text message to this number (E.164), if the user asked for text messages about this. */
  phone?: string;
}

/**
 * Writes the message down, once per key and channel. Answers the ids that are still to be delivered. A mail that its reader
 * does not want is written down as suppressed: switched on again later, it does not come after all.
 */
export async function queueMessages(deps: Deps, inputs: readonly MessageInput[]): Promise<string[]> {
  const optional = inputs.filter(({ template, push, phone }) => !kinds[kindOf(template)].mandatory || push || phone);
  const userIds = [...new Set(optional.flatMap(({ to }) => to.userId ?? []))];
  const choices = Map.groupBy(
    userIds.length > 0 ? await deps.preferences.ofPeople(userIds) : [],
    ({ userId }) => userId,
  );
  const browsers = await browsersOf(deps, inputs);
  const messages = inputs.flatMap((input) => messagesOf(deps, input, choices, browsers));
  return messages.length === 0 ? [] : deps.messages.insert(messages, deps.clock.now());
}

type Browsers = ReadonlyMap<string, readonly { id: string; endpoint: string }[]>;

async function browsersOf(deps: Deps, inputs: readonly MessageInput[]): Promise<Browsers> {
  if (!deps.channels.includes('push')) return new Map();
  const userIds = new Set(inputs.flatMap(({ push, to }) => (push && to.userId ? [to.userId] : [])));
  if (userIds.size === 0) return new Map();
  return Map.groupBy(await deps.subscriptions.ofPeople([...userIds]), ({ userId }) => userId);
}

function messagesOf(
  deps: Deps,
  input: MessageInput,
  choices: ReadonlyMap<string, StoredChoice[]>,
  browsers: Browsers,
): NewMessage[] {
  const { key, template, data, to, locale = defaultLocale } = input;
  const { userId } = to;
  const kind = kindOf(template);
  const { mandatory } = kinds[kind];
  if (!mandatory && !userId) return [];
  const wants = (channel: Channel) => isWanted(choices.get(userId ?? '') ?? [], kind, channel);
  const speech = speechIn(locale);
  const letter = writeLetter(template, data, speech);
  const setting = {
    shopUrl: deps.shellUrl,
    speech,
    unsubscribeUrl: mandatory || !userId ? undefined : unsubscribeUrl(deps, { userId, kind }, locale),
  };
  const link = letter.action?.url ?? letter.links?.[0]?.url ?? null;
  const common = { template, userId, recipient: to.email, subject: letter.subject, link, html: '' };
  const mail: NewMessage = {
    ...common,
    id: newId(),
    dedupeKey: `${key}:email`,
    channel: 'email',
    text: toText(letter, setting),
    html: toHtml(letter, setting),
    status: wants('email') ? 'queued' : 'suppressed',
  };
  const others: NewMessage[] = [];
  const also = (channel: Channel, rest: Pick<NewMessage, 'dedupeKey' | 'recipient' | 'text' | 'status'>) => {
    if (userId && wants(channel)) others.push({ ...common, ...rest, id: newId(), channel });
  };
  if (input.inbox) {
    const text = letter.paragraphs.join('\n\n');
    also('inbox', { dedupeKey: `${key}:inbox`, recipient: to.email, text, status: 'sent' });
  }
  for (const { id, endpoint } of browsers.get((input.push && userId) || '') ?? []) {
    also('push', { dedupeKey: `${key}:push:${id}`, recipient: endpoint, text: letter.preview, status: 'queued' });
  }
  if (input.phone && deps.channels.includes('sms')) {
    const text = [letter.subject, letter.preview, link].filter(Boolean).join('\n');
    also('sms', { dedupeKey: `${key}:sms`, recipient: input.phone, text, status: 'queued' });
  }
  return [mail, ...others];
}
