import { defaultLocale, type Locale, newId } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import { kinds } from './kinds.ts';
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
}

/**
 * Writes the message down, once per key and channel. Answers the ids that are still to be delivered. A mail that its reader
 * does not want is written down as suppressed: switched on again later, it does not come after all.
 */
export async function queueMessages(deps: Deps, inputs: readonly MessageInput[]): Promise<string[]> {
  const optional = inputs.filter(({ template }) => !kinds[kindOf(template)].mandatory);
  const userIds = [...new Set(optional.flatMap(({ to }) => to.userId ?? []))];
  const choices = Map.groupBy(
    userIds.length > 0 ? await deps.preferences.ofPeople(userIds) : [],
    ({ userId }) => userId,
  );
  const messages = inputs.flatMap((input) => messagesOf(deps, input, choices));
  return messages.length === 0 ? [] : deps.messages.insert(messages, deps.clock.now());
}

function messagesOf(deps: Deps, input: MessageInput, choices: ReadonlyMap<string, StoredChoice[]>): NewMessage[] {
  const { key, template, data, to, locale = defaultLocale, inbox } = input;
  const { userId } = to;
  const kind = kindOf(template);
  const { mandatory } = kinds[kind];
  if (!mandatory && !userId) return [];
  const wants = (channel: 'email' | 'inbox') => isWanted(choices.get(userId ?? '') ?? [], kind, channel);
  const speech = speechIn(locale);
  const letter = writeLetter(template, data, speech);
  const setting = {
    shopUrl: deps.shellUrl,
    speech,
    unsubscribeUrl: mandatory || !userId ? undefined : unsubscribeUrl(deps, { userId, kind }, locale),
  };
  const common = {
    template,
    userId,
    recipient: to.email,
    subject: letter.subject,
    link: letter.action?.url ?? letter.links?.[0]?.url ?? null,
  };
  const mail: NewMessage = {
    ...common,
    id: newId(),
    dedupeKey: `${key}:email`,
    channel: 'email',
    text: toText(letter, setting),
    html: toHtml(letter, setting),
    status: wants('email') ? 'queued' : 'suppressed',
  };
  if (!inbox || !userId || !wants('inbox')) return [mail];
  const text = letter.paragraphs.join('\n\n');
  return [
    mail,
    { ...common, id: newId(), dedupeKey: `${key}:inbox`, channel: 'inbox', text, html: '', status: 'sent' },
  ];
}
