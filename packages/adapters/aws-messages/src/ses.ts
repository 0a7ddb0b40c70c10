import { BadRequestException, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { MailChannel } from '@mallhive/notifications/ports';
import { type AwsOptions, clientOptions, leavesUnclear, unlessThrottled } from './client-options.ts';

export interface SesOptions extends AwsOptions {
  /** `Shop <shop@example.org>`; the address or its domain must be verified with SES. */
  from: string;
  /** Where bounces and complaints are published from, by SES's own name. */
  configurationSet?: string | undefined;
}

/** Mail through Amazon SES. It knows no key that makes a message go once: what is sent twice is sent twice. */
export function createSesMail(options: SesOptions): MailChannel & { close(): void } {
  const client = new SESv2Client(clientOptions(options));
  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  return {
    name: 'ses',
    send: async ({ id, template, to, subject, text, html, headers = {} }) => {
      const command = new SendEmailCommand({
        FromEmailAddress: options.from,
        Destination: { ToAddresses: [to] },
        ...(options.configurationSet && { ConfigurationSetName: options.configurationSet }),
        EmailTags: [
          { Name: 'message', Value: tagValue(id) },
          { Name: 'template', Value: tagValue(template) },
        ],
        Content: {
          Simple: {
            Subject: utf8(subject),
            Body: { Text: utf8(text), Html: utf8(html) },
            Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
          },
        },
      });
      try {
        const { MessageId } = await unlessThrottled(() => client.send(command));
        if (!MessageId) throw new Error('SES answered no message id');
        return { providerRef: MessageId };
      } catch (error) {
        if (leavesUnclear(error)) return { unclear: String(error) };
        // An address that can belong to nobody. Everything else may be taken later, or by another provider.
        if (error instanceof BadRequestException && /address|local part|domain/i.test(error.message)) {
          return { undeliverable: error.message, blocks: 'recipient_unknown' };
        }
        throw error;
      }
    },
    close: () => client.destroy(),
  };
}

/** SES takes letters, digits, `_`, `-`, `.` and `@`, at most 256 of them. */
function tagValue(text: string): string {
  return text.replace(/[^\w.@-]/g, '-').slice(0, 256);
}
