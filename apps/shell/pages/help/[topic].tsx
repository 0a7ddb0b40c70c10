import type { GetStaticPaths } from 'next';
import { TopicPage, type TopicPageProps } from '../../components/topic-page.tsx';
import { ownPage } from '../../lib/pages.ts';
import { topicProps } from '../../lib/topic-props.ts';

export default function Page({ topic, others }: TopicPageProps) {
  return <TopicPage topic={topic} others={others} />;
}

export const getStaticPaths: GetStaticPaths = async () => ({ paths: [], fallback: 'blocking' });
export const getStaticProps = ownPage(({ topic = '' }, locale) => topicProps('help', topic, locale));
