import { z } from 'zod';

const address = z.url({ protocol: /^https?$/, error: 'must be an http or https address' });

/** Who carries messages to people. Without any of these the mailbox plays all of them. */
export const channelVariables = {
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/, 'must be an address, or a name and <address>')
    .default('MallHive <hello@mallhive.example>'),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
  SMTP_LOOKUP_URL: address.optional(),
  SMTP_FALLBACK_URL: z.url({ protocol: /^smtps?$/, error: 'must begin with smtp:// or smtps://' }).optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC\w+$/, 'begins with AC')
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^(\+\d{6,15}|MG\w+)$/, 'must be a number like +441234567890, or a messaging service that begins with MG')
    .optional(),
  TWILIO_API_URL: address.optional(),
  SES: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  SES_CONFIGURATION_SET: z.string().min(1).max(64).optional(),
  SES_FEEDBACK_TOPICS: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:sns:[^,\s]+(\s*,\s*arn:aws[a-z-]*:sns:[^,\s]+)*$/,
      'must be ARNs of SNS topics, with commas between',
    )
    .optional(),
  SNS_SMS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('off'),
  SNS_SENDER_ID: z
    .string()
    .regex(/^(?=.*[A-Za-z])[A-Za-z0-9]{1,11}$/, 'must be up to eleven letters and digits')
    .optional(),
  AWS_MESSAGES_ENDPOINT: address.optional(),
  AWS_REGION: z.string().min(1).optional(),
  WEB_PUSH: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
};

const variables = z.object(channelVariables);

export interface ChannelsConfig {
  mailFrom: string;
  /** The preferred server first. */
  smtp: { url: string; lookupUrl: string | undefined }[];
  twilio: { accountSid: string; authToken: string; from: string; baseUrl?: string } | null;
  /** Mail by SES; null: not. */
  ses: { region: string | undefined; endpoint: string | undefined; configurationSet: string | undefined } | null;
  /** Topics on which SES tells of bounces and complaints. */
  sesTopics: string[];
  /** Text messages by SNS; null: not. */
  snsSms: { region: string | undefined; endpoint: string | undefined; senderId: string | undefined } | null;
  /** Null: as the mailbox is, so that development shows them. */
  webPush: boolean;
}

/** A text says which variable is wrong. */
export function channelsConfig(values: z.output<typeof variables>): ChannelsConfig | string {
  const { SMTP_URL, SMTP_FALLBACK_URL, SMTP_LOOKUP_URL, MAIL_FROM, WEB_PUSH } = values;
  if (SMTP_FALLBACK_URL && !SMTP_URL) return 'SMTP_URL is missing. SMTP_FALLBACK_URL stands in for it.';
  const { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM, TWILIO_API_URL } = values;
  const needed = { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_FROM };
  const missing = Object.entries(needed).flatMap(([name, value]) => (value ? [] : [name]));
  if (missing.length > 0 && missing.length < Object.keys(needed).length)
    return `${missing.join(' and ')} is missing. Twilio needs it beside the others.`;
  const aws = { region: values.AWS_REGION, endpoint: values.AWS_MESSAGES_ENDPOINT };
  return {
    ses: values.SES === 'on' ? { ...aws, configurationSet: values.SES_CONFIGURATION_SET } : null,
    sesTopics: values.SES_FEEDBACK_TOPICS?.split(',').map((arn) => arn.trim()) ?? [],
    snsSms: values.SNS_SMS === 'on' ? { ...aws, senderId: values.SNS_SENDER_ID } : null,
    mailFrom: MAIL_FROM,
    smtp: [
      ...(SMTP_URL ? [{ url: SMTP_URL, lookupUrl: SMTP_LOOKUP_URL }] : []),
      ...(SMTP_FALLBACK_URL ? [{ url: SMTP_FALLBACK_URL, lookupUrl: undefined }] : []),
    ],
    twilio:
      TWILIO_ACCOUNT_SID && TWILIO_AUTH_TOKEN && TWILIO_FROM
        ? {
            accountSid: TWILIO_ACCOUNT_SID,
            authToken: TWILIO_AUTH_TOKEN,
            from: TWILIO_FROM,
            ...(TWILIO_API_URL && { baseUrl: TWILIO_API_URL }),
          }
        : null,
    webPush: WEB_PUSH === 'on',
  };
}
