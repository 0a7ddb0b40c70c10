import type { DeliveryNotice } from '@mallhive/notifications/ports';
import { z } from 'zod';

const address = z.string().min(3).max(320);
const mail = z.object({ messageId: z.string().min(1).max(200) });
const recipient = z.object({ emailAddress: address, diagnosticCode: z.string().optional() });
/** SES calls the kind `notificationType` in its notifications and `eventType` in what a configuration set publishes. */
const told = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail,
  bounce: z
    .object({
      bounceType: z.string(),
      bounceSubType: z.string().optional(),
      bouncedRecipients: z.array(recipient).max(50),
      feedbackId: z.string().min(1),
    })
    .optional(),
  complaint: z
    .object({
      complainedRecipients: z.array(recipient).max(50),
      complaintFeedbackType: z.string().nullish(),
      feedbackId: z.string().min(1),
    })
    .optional(),
  delivery: z.object({ recipients: z.array(address).max(50), smtpResponse: z.string().optional() }).optional(),
});

/** What SES tells of one mail, a notice for each recipient; none for what says nothing about delivery (opens, clicks). */
export function readSesNotices(message: string): DeliveryNotice[] {
  const parsed = told.safeParse(parseJson(message));
  if (!parsed.success) return [];
  const { mail: sent, bounce, complaint, delivery, ...kinds } = parsed.data;
  const base = { provider: 'ses', channel: 'email', providerRef: sent.messageId } as const;
  switch (kinds.notificationType ?? kinds.eventType) {
    case 'Bounce':
      return (bounce?.bouncedRecipients ?? []).map(({ emailAddress, diagnosticCode }) => ({
        ...base,
        id: `${bounce?.feedbackId}:${emailAddress}`,
        recipient: emailAddress.toLowerCase(),
        outcome: bounce?.bounceType === 'Permanent' ? 'bounce' : 'soft_bounce',
        detail: diagnosticCode ?? bounce?.bounceSubType ?? 'bounced',
      }));
    case 'Complaint':
      return (complaint?.complainedRecipients ?? []).map(({ emailAddress }) => ({
        ...base,
        id: `${complaint?.feedbackId}:${emailAddress}`,
        recipient: emailAddress.toLowerCase(),
        outcome: 'complaint',
        detail: complaint?.complaintFeedbackType ?? 'complaint',
      }));
    case 'Delivery':
      return (delivery?.recipients ?? []).map((to) => ({
        ...base,
        id: `${sent.messageId}:delivered:${to}`,
        recipient: to.toLowerCase(),
        outcome: 'delivered',
        detail: delivery?.smtpResponse ?? 'delivered',
      }));
    default:
      return [];
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
