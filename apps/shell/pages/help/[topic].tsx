import type { GetStaticPaths } from 'next';
import { TopicPage } from '../../components/topic-page.tsx';
import { helpTopics } from '../../content/help.ts';
import { ownPage } from '../../lib/pages.ts';
import { messages } from '../../messages.ts';

const links = Object.entries(helpTopics).map(([slug, { title }]) => ({ href: `/help/${slug}`, title }));

export default function Page({ slug }: { slug: string }) {
  const topic = helpTopics[slug];
  return topic ? <TopicPage topic={topic} others={{ heading: messages.footer.help, links }} /> : null;
}

export const getStaticPaths: GetStaticPaths = async () => ({ paths: [], fallback: 'blocking' });
export const getStaticProps = ownPage(({ topic: slug = '' }) => {
  const topic = helpTopics[slug];
  return topic ? { slug, head: { title: topic.title, description: topic.lead, canonicalPath: `/help/${slug}` } } : null;
});
