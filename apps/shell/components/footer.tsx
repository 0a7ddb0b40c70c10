import { Logo } from '@mallhive/ui';
import Link from 'next/link';
import { helpTopics } from '../content/help.ts';
import { legalTopics } from '../content/legal.ts';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { messages } from '../messages.ts';

const text = messages.footer;

export function Footer({ categories }: { categories: NavigationCategory[] }) {
  const columns = [
    {
      title: text.shop,
      links: [['/sale', text.allDeals], ...categories.slice(0, 5).map(({ path, name }) => [`/c/${path}`, name])],
    },
    { title: text.help, links: [...topicLinks('/help', helpTopics), ['/orders/look-up', messages.header.findOrder]] },
    { title: text.legal, links: [...topicLinks('/legal', legalTopics), ['/about', text.company]] },
  ];
  return (
    <footer className="mt-16 border-line border-t bg-sunken">
      <div className="mh-page grid gap-10 py-12 sm:grid-cols-2 lg:grid-cols-[1.4fr_1fr_1fr_1fr]">
        <div className="grid content-start gap-3">
          <Logo />
          <p className="max-w-xs text-ink-soft">{messages.tagline}</p>
        </div>
        {columns.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <h2 className="mb-3 font-sans font-semibold text-base tracking-normal">{title}</h2>
            <ul>
              {links.map(([href = '/', label]) => (
                <li key={href}>
                  <Link
                    href={href}
                    prefetch={false}
                    className="inline-block py-1.5 text-ink-soft hover:text-ink hover:underline"
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
      <p className="mh-page border-line border-t py-5 text-ink-soft text-sm">{text.rights(2026)}</p>
    </footer>
  );
}

function topicLinks(base: string, topics: Record<string, { title: string }>): [string, string][] {
  return Object.entries(topics).map(([slug, { title }]) => [`${base}/${slug}`, title]);
}
