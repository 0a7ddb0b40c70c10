import { TopicPage } from '../components/topic-page.tsx';
import { content } from '../content/index.ts';
import type { Topic } from '../content/topic.ts';
import { ownPage } from '../lib/pages.ts';
import { texts } from '../messages/index.ts';

export default function About({ topic }: { topic: Topic }) {
  return <TopicPage topic={topic} />;
}

export const getStaticProps = ownPage((_, locale) => {
  const { about } = content(locale);
  return {
    topic: about,
    head: { title: texts(locale).footer.company, description: about.lead, canonicalPath: '/about' },
  };
});
