import { PublishCommand, SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import type { SmsChannel } from '@mallhive/notifications/ports';
import { type AwsOptions, clientOptions, leavesUnclear, unlessThrottled } from './client-options.ts';

export interface SnsSmsOptions extends AwsOptions {
  /** What the phone shows as the sender, where the country allows names: up to eleven letters and digits. */
  senderId?: string | undefined;
}

/** Text messages through Amazon SNS, as transactional ones. It knows no key that makes a message go once. */
export function createSnsSms(options: SnsSmsOptions): SmsChannel & { close(): void } {
  const client = new SNSClient(clientOptions(options));
  const text = (StringValue: string) => ({ DataType: 'String', StringValue });
  return {
    name: 'sns',
    send: async (message) => {
      const command = new PublishCommand({
        PhoneNumber: message.to,
        Message: message.text,
        MessageAttributes: {
          'AWS.SNS.SMS.SMSType': text('Transactional'),
          ...(options.senderId && { 'AWS.SNS.SMS.SenderID': text(options.senderId) }),
        },
      });
      try {
        const { MessageId } = await unlessThrottled(() => client.send(command));
        if (!MessageId) throw new Error('SNS answered no message id');
        return { providerRef: MessageId };
      } catch (error) {
        if (leavesUnclear(error)) return { unclear: String(error) };
        if (!(error instanceof SNSServiceException) || !/^InvalidParameter/.test(error.name)) throw error;
        if (/opted out/i.test(error.message)) return { undeliverable: error.message, blocks: 'refused_by_recipient' };
        if (/PhoneNumber|phone number/i.test(error.message)) {
          return { undeliverable: error.message, blocks: 'recipient_unknown' };
        }
        throw error;
      }
    },
    close: () => client.destroy(),
  };
}
