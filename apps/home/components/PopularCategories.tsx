import Link from 'next/link';
import { useId } from 'react';
import { useTexts } from '../texts.ts';

/** Departments to go on from where a search found nothing. */
export function PopularCategories({ categories }: { categories: { path: string; name: string }[] }) {
  const { popular } = useTexts().listing;
  const heading = useId();
  return (
    <nav aria-labelledby={heading} className="mt-6">
      <p id={heading} className="mb-3 font-medium text-ink">
        {popular}
      </p>
      <ul className="flex flex-wrap justify-center gap-2">
        {categories.map(({ path, name }) => (
          <li key={path}>
            <Link href={`/c/${path}`} prefetch={false} className="mh-tag">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
