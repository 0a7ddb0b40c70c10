import { z } from 'zod';
import { greeting, template } from './template.ts';

const because = (shop: string) => `You get this because you belong to ${shop} on MallHive.`;

/** What sellers hear about their organisation. */
export const organisationTemplates = {
  /** An organisation applied, was decided on, suspended or reinstated. To its owners. */
  'seller-status': template(
    z.object({
      name: z.string(),
      shop: z.string(),
      status: z.enum(['pending', 'approved', 'reinstated', 'rejected', 'suspended']),
      reason: z.string(),
      url: z.string(),
    }),
    ({ name, shop, status, reason, url }) => {
      const said = {
        pending: [
          'We have your application',
          `Thank you for wanting to sell with ${shop}. We look at every shop ourselves and write again within two working days.`,
        ],
        approved: [
          `${shop} is approved`,
          `Welcome! ${shop} is approved. What you publish from now on everybody can see and buy.`,
        ],
        reinstated: [`${shop} is open again`, `The suspension of ${shop} is over. Your products are back in the shop.`],
        rejected: [
          'About your application',
          `We cannot approve ${shop} as it is. You can change what is missing and apply again.`,
        ],
        suspended: [
          `${shop} is suspended`,
          `Your products are not shown for now, and nothing can be changed. Orders that are paid still need to be sent.`,
        ],
      }[status];
      const [subject = '', text = ''] = said;
      return {
        subject,
        preview: text,
        heading: subject,
        paragraphs: [greeting(name), text, ...(reason ? [`What we noticed: ${reason}`] : [])],
        action: { label: 'Open your dashboard', url },
        closing: because(shop),
      };
    },
  ),

  /** Somebody is invited into a team. To the invited address. */
  'team-invitation': template(
    z.object({ shop: z.string(), role: z.enum(['owner', 'manager', 'fulfilment']), days: z.int(), url: z.string() }),
    ({ shop, role, days, url }) => ({
      subject: `${shop} invites you to their team`,
      preview: `Join ${shop} on MallHive.`,
      heading: `Join ${shop}`,
      paragraphs: [
        'Hello,',
        `${shop} sells on MallHive and would like you in the team, as ${{ owner: 'an owner', manager: 'a manager', fulfilment: 'somebody who packs and sends' }[role]}. The link works for ${days} days, with this e-mail address alone.`,
      ],
      action: { label: 'See the invitation', url },
      closing: 'You do not know them? Then there is nothing you need to do.',
    }),
  ),
} as const;
