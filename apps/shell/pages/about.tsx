import { TopicPage } from '../components/topic-page.tsx';
import { about } from '../content/about.ts';
import { ownPage } from '../lib/pages.ts';
import { messages } from '../messages.ts';

export default function About() {
  return <TopicPage topic={about} />;
}

export const getStaticProps = ownPage(() => ({
  head: { title: messages.footer.company, description: about.lead, canonicalPath: '/about' },
}));
