import type { Locale } from '@mallhive/ui/texts';
import { content } from '../content/index.ts';
import { texts } from '../messages/index.ts';

/** One page of text with links to the others of its kind; null when there is none of that name. */
export function topicProps(kind: 'help' | 'legal', slug: string, locale: Locale) {
  const topics = content(locale)[kind];
  const topic = Object.hasOwn(topics, slug) ? topics[slug] : undefined;
  if (!topic) return null;
  const links = Object.entries(topics).map(([other, { title }]) => ({ href: `/${kind}/${other}`, title }));
  return {
    topic,
    others: { heading: texts(locale).footer[kind], links },
    head: { title: topic.title, description: topic.lead, canonicalPath: `/${kind}/${slug}` },
  };
}
