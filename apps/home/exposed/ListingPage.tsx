import { Breadcrumbs, Container } from '@mallhive/ui';
import Link from 'next/link';
import { Listing } from '../components/Listing.tsx';
import type { ListingStart } from '../components/use-listing.ts';
import type { ListingScope } from '../logic/listing-request.ts';
import { useTexts } from '../texts.ts';

type CategoryLink = { id: string; name: string; path: string };

export type ListingPageProps = {
  scope: ListingScope;
  heading: string;
  lead: string;
  /** From the root, without this page. */
  trail: CategoryLink[];
  /** Where to go from here: the categories inside this one, or the departments. */
  branches: CategoryLink[];
  start: ListingStart;
};

/** Products of a category, of a search, or on offer. */
export default function ListingPage({ scope, heading, lead, trail, branches, start }: ListingPageProps) {
  const texts = useTexts().listing;
  const crumbs = [
    { label: texts.home, href: '/' },
    ...trail.map((category) => ({ label: category.name, href: `/c/${category.path}` })),
    { label: heading },
  ];
  return (
    <Container className="pt-4 pb-20">
      <Breadcrumbs items={crumbs} as={Link} />
      <header className="mt-6 mb-8 max-w-3xl lg:mb-10">
        <h1>{heading}</h1>
        {lead ? <p className="mt-3 text-lg text-ink-soft">{lead}</p> : null}
      </header>
      {branches.length > 0 ? (
        <nav
          aria-label={texts.subcategories}
          className="-mx-gutter mb-8 overflow-x-auto px-gutter [scrollbar-width:none] lg:mb-10"
        >
          <ul className="flex w-max gap-2">
            {branches.map((category) => (
              <li key={category.id}>
                <Link href={`/c/${category.path}`} prefetch={false} className="mh-tag">
                  {category.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <Listing key={scopeKey(scope)} scope={scope} start={start} />
    </Container>
  );
}

/** Another category is another list; another search is the same list with other words. */
function scopeKey(scope: ListingScope): string {
  return scope.kind === 'category' ? scope.path : scope.kind;
}
