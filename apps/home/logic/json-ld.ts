import { type Locale, localisedPath } from '@mallhive/ui/texts';

type Crumb = { name: string; path: string };

/** schema.org BreadcrumbList; relative addresses are made absolute by the shell. */
export function breadcrumbJsonLd(crumbs: Crumb[]): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: crumb.name,
      item: crumb.path,
    })),
  };
}

/** schema.org ItemList of the products on the first page. */
export function itemListJsonLd(
  name: string,
  items: Array<{ slug: string; title: string }>,
  locale: Locale = 'en',
): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name,
    numberOfItems: items.length,
    itemListElement: items.map((item, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: item.title,
      url: localisedPath(locale, `/p/${item.slug}`),
    })),
  };
}
