import Link from 'next/link';
import type { Topic } from '../content/topic.ts';

export interface TopicPageProps {
  topic: Topic;
  /** The other pages of the same kind. */
  others?: { heading: string; links: { href: string; title: string }[] };
}

export function TopicPage({ topic, others }: TopicPageProps) {
  return (
    <div className="mh-page grid gap-10 py-12 lg:grid-cols-[minmax(0,1fr)_16rem] lg:gap-16 lg:py-16">
      <article className="max-w-[44rem]">
        <h1>{topic.title}</h1>
        <p className="mt-5 text-ink-soft text-xl">{topic.lead}</p>
        {topic.sections.map(({ heading, paragraphs }) => (
          <section key={heading} className="mt-10">
            <h2 className="text-2xl">{heading}</h2>
            {paragraphs.map((paragraph) => (
              <p key={paragraph} className="mt-3 leading-relaxed">
                {paragraph}
              </p>
            ))}
          </section>
        ))}
      </article>
      {others ? (
        <nav aria-label={others.heading} className="self-start rounded-tile bg-sunken p-5 lg:sticky lg:top-40">
          <p className="mb-2 font-semibold">{others.heading}</p>
          <ul>
            {others.links.map(({ href, title }) => (
              <li key={href}>
                <Link
                  href={href}
                  aria-current={title === topic.title ? 'page' : undefined}
                  className="block py-1.5 text-ink-soft hover:text-ink hover:underline aria-[current=page]:font-semibold aria-[current=page]:text-ink"
                >
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}
