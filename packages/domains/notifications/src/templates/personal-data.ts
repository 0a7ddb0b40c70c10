import { z } from 'zod';
import { greeting, template } from './template.ts';

const day = (iso: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso));
const because =
  'You get this because of your account at MallHive. It was not you? Then change your password and reply.';

/** What people hear about what the shop knows of them. */
export const personalDataTemplates = {
  /** The file is ready. To the person. */
  'data-export-ready': template(
    z.object({ name: z.string(), expiresAt: z.iso.datetime(), url: z.string() }),
    ({ name, expiresAt, url }) => ({
      subject: 'Your data is ready to download',
      preview: `Until ${day(expiresAt)}.`,
      heading: 'Your data is ready',
      paragraphs: [
        greeting(name),
        `Everything we know about you is in one file. You can download it, signed in, until ${day(expiresAt)}.`,
      ],
      action: { label: 'To the download', url },
      closing: because,
    }),
  ),

  /** The account will be deleted. To the person. */
  'erasure-planned': template(
    z.object({ name: z.string(), dueAt: z.iso.datetime(), url: z.string() }),
    ({ name, dueAt, url }) => ({
      subject: 'Your account will be deleted',
      preview: `On ${day(dueAt)}, unless you change your mind.`,
      heading: 'Your account will be deleted',
      paragraphs: [
        greeting(name),
        `As you wished, we delete your account on ${day(dueAt)}: addresses, lists and everything with your name on it. What you bought stays in our books without your name, as the law asks.`,
        'Until then you can change your mind with one click.',
      ],
      action: { label: 'Keep my account', url },
      closing: because,
    }),
  ),

  /** It is done. The last message to the person. */
  'account-erased': template(z.object({ name: z.string(), shopUrl: z.string() }), ({ name, shopUrl }) => ({
    subject: 'Your account is deleted',
    preview: 'Good-bye, and thank you.',
    heading: 'Your account is deleted',
    paragraphs: [
      greeting(name),
      'Your account and what we knew about you are deleted. Thank you for having been here.',
    ],
    action: { label: 'To the shop', url: shopUrl },
    closing: 'This is the last message you get from us.',
  })),
} as const;
