import { localisedUrl } from '@mallhive/kernel';
import type { Speech } from '../speech.ts';

/** What a template says; text (here) and HTML (`frame.ts`) are both made from it, so that neither forgets anything. */
export interface Letter {
  subject: string;
  /** Shown by mail programs beside the subject. */
  preview: string;
  heading: string;
  paragraphs: string[];
  /** Lines with an amount or count at the right. */
  items?: { title: string; detail: string; value: string }[];
  /** Label and figure; `strong` is the sum. */
  figures?: { label: string; value: string; strong?: boolean }[];
  facts?: { label: string; value: string }[];
  /** Several ways on, of equal weight. */
  links?: { label: string; url: string }[];
  action?: { label: string; url: string };
  closing: string;
}

/** What the layout needs beside the letter. */
export interface Setting {
  shopUrl: string;
  speech: Speech;
  /** On messages that somebody may not want: the way out. */
  unsubscribeUrl?: string | undefined;
}

export const waysOut = ({ shopUrl, speech: { locale, words }, unsubscribeUrl }: Setting) =>
  unsubscribeUrl
    ? [
        { label: words.unsubscribe, url: unsubscribeUrl },
        { label: words.settings, url: localisedUrl(shopUrl, locale, '/account/notifications') },
      ]
    : [];

export function toText(letter: Letter, setting: Setting): string {
  const { heading, paragraphs, items, figures, facts, links, action, closing } = letter;
  const blocks = [
    heading,
    ...paragraphs,
    facts?.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    items?.map(({ title, detail, value }) => `- ${[title, detail].filter(Boolean).join(', ')}: ${value}`).join('\n'),
    figures?.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    links?.map(({ label, url }) => `${label}:\n${url}`).join('\n\n'),
    action && `${action.label}:\n${action.url}`,
    `--\n${[closing, ...waysOut(setting).map(({ label, url }) => `${label}: ${url}`)].join('\n')}`,
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}
