import type { GetStaticPaths } from 'next';
import { TopicPage } from '../../components/topic-page.tsx';
import { legalTopics } from '../../content/legal.ts';
import { ownPage } from '../../lib/pages.ts';
import { messages } from '../../messages.ts';

const links = Object.entries(legalTopics).map(([slug, { title }]) => ({ href: `/legal/${slug}`, title }));

export default function Page({ slug }: { slug: string }) {
  const topic = legalTopics[slug];
  return topic ? <TopicPage topic={topic} others={{ heading: messages.footer.legal, links }} /> : null;
}

export const getStaticPaths: GetStaticPaths = async () => ({ paths: [], fallback: 'blocking' });
export const getStaticProps = ownPage(({ topic: slug = '' }) => {
  const topic = legalTopics[slug];
  return topic
    ? { slug, head: { title: topic.title, description: topic.lead, canonicalPath: `/legal/${slug}` } }
    : null;
});
