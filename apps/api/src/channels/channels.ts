import { createSesIntake, createSesMail, createSnsSms } from '@mallhive/adapter-aws-messages';
import { createSmtpMail } from '@mallhive/adapter-mail-smtp';
import type { Mailbox } from '@mallhive/adapter-mailbox';
import { createTwilioSms, readTwilioStatus } from '@mallhive/adapter-sms-twilio';
import { createWebPush, vapidKeys } from '@mallhive/adapter-web-push';
import type { MailChannel, PushChannel, SmsChannel } from '@mallhive/notifications/ports';
import type { Config } from '../config.ts';

/** Who carries messages: what is configured, in the order in which they stand in for each other; else the mailbox. */
export function createChannels(config: Config, mailbox: Mailbox, secretOf: (purpose: string) => string) {
  const { smtp, twilio, webPush, mailFrom, sesTopics } = config.channels;
  const ses = config.channels.ses && createSesMail({ ...config.channels.ses, from: mailFrom });
  const sns = config.channels.snsSms && createSnsSms(config.channels.snsSms);
  const servers = smtp.map(({ url, lookupUrl }, index) =>
    createSmtpMail({ url, lookupUrl, from: mailFrom, name: index === 0 ? 'smtp' : 'smtp-fallback' }),
  );
  const pushSecret = Buffer.from(secretOf('web push'), 'hex');
  const account = twilio && { ...twilio, statusUrl: `${config.apiUrl}/webhooks/twilio` };
  const mail: MailChannel[] = [...servers.map(({ channel }) => channel), ...(ses ? [ses] : [])];
  const sms: SmsChannel[] = [...(account ? [createTwilioSms(account)] : []), ...(sns ? [sns] : [])];
  const push: PushChannel[] = webPush ? [createWebPush({ secret: pushSecret, subject: config.shellUrl })] : [];
  return {
    mail: mail.length > 0 ? mail : [mailbox.channel],
    sms: sms.length > 0 ? sms : [mailbox.sms],
    push: push.length > 0 ? push : [mailbox.push],
    /** What browsers subscribe with. */
    pushKey: vapidKeys(pushSecret).publicKey,
    /** What Twilio says about a message; null where there is no Twilio. */
    readTwilioStatus:
      account && ((signature: string, fields: Record<string, string>) => readTwilioStatus(account, signature, fields)),
    /** What SES says about mails, by way of SNS; null where no topic is known. */
    readSesFeedback: sesTopics.length > 0 ? createSesIntake({ topics: sesTopics }) : null,
    close: () => {
      ses?.close();
      sns?.close();
      for (const server of servers) server.close();
    },
  };
}
