import { newId } from '@mallhive/kernel';
import type { Deps } from './deps.ts';
import type { NewMessage } from './message.repository.ts';
import { type TemplateData, type TemplateName, writeLetter } from './templates/index.ts';
import { toHtml, toText } from './templates/layout.ts';

export interface MessageInput<Name extends TemplateName = TemplateName> {
  /** What makes the message unique, whoever asks for it how often: `order-confirmation:<order>`. */
  key: string;
  template: Name;
  data: TemplateData[Name];
  to: { email: string; userId: string | null };
  /** Besides the mail also into the inbox of the user, if it is one. */
  inbox?: boolean;
}

/** Writes the message down, once per key and channel. Answers the ids that are still to be delivered. */
export async function queueMessages(deps: Deps, inputs: readonly MessageInput[]): Promise<string[]> {
  const messages = inputs.flatMap(({ key, template, data, to, inbox }): NewMessage[] => {
    const letter = writeLetter(template, data);
    const common = {
      template,
      userId: to.userId,
      recipient: to.email,
      subject: letter.subject,
      link: letter.action?.url ?? null,
    };
    const mail: NewMessage = {
      ...common,
      id: newId(),
      dedupeKey: `${key}:email`,
      channel: 'email',
      text: toText(letter),
      html: toHtml(letter, deps.shellUrl),
      status: 'queued',
    };
    if (!inbox || !to.userId) return [mail];
    const text = letter.paragraphs.join('\n\n');
    return [
      mail,
      { ...common, id: newId(), dedupeKey: `${key}:inbox`, channel: 'inbox', text, html: '', status: 'sent' },
    ];
  });
  return messages.length === 0 ? [] : deps.messages.insert(messages, deps.clock.now());
}
