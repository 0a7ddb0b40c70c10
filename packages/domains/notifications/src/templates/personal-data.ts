import { z } from 'zod';
import { firstName, template } from './template.ts';

/** What people hear about what the shop knows of them. */
export const personalDataTemplates = {
  /** The file is ready. To the person. */
  'data-export-ready': template(
    'account',
    z.object({ name: z.string(), expiresAt: z.iso.datetime(), url: z.string() }),
    ({ name, expiresAt, url }, { words, day }) => {
      const { ready, because: closing } = words.data;
      const until = day(expiresAt);
      return {
        subject: ready.subject,
        preview: ready.preview(until),
        heading: ready.heading,
        paragraphs: [words.hello(firstName(name)), ready.text(until)],
        action: { label: ready.action, url },
        closing,
      };
    },
  ),

  /** The account will be deleted. To the person. */
  'erasure-planned': template(
    'account',
    z.object({ name: z.string(), dueAt: z.iso.datetime(), url: z.string() }),
    ({ name, dueAt, url }, { words, day }) => {
      const { planned, because: closing } = words.data;
      const due = day(dueAt);
      return {
        subject: planned.subject,
        preview: planned.preview(due),
        heading: planned.subject,
        paragraphs: [words.hello(firstName(name)), planned.text(due), planned.until],
        action: { label: planned.action, url },
        closing,
      };
    },
  ),

  /** It is done. The last message to the person. */
  'account-erased': template(
    'account',
    z.object({ name: z.string(), shopUrl: z.string() }),
    ({ name, shopUrl }, { words }) => {
      const { subject, preview, text, action, because: closing } = words.data.erased;
      return {
        subject,
        preview,
        heading: subject,
        paragraphs: [words.hello(firstName(name)), text],
        action: { label: action, url: shopUrl },
        closing,
      };
    },
  ),
} as const;
