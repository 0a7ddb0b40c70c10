import Link from 'next/link';
import type { NavigationCategory } from '../lib/top-categories.ts';
import { useTexts } from '../texts.ts';

export function CategoryBar({ categories }: { categories: NavigationCategory[] }) {
  const text = useTexts().header;
  const link = 'block whitespace-nowrap rounded-full px-3 py-2 text-sm font-medium text-ink hover:bg-sunken';
  return (
    <nav aria-label={text.categories} className="hidden lg:block">
      <ul className="mh-page -mt-1 flex gap-1 overflow-x-auto pb-2 [scrollbar-width:none]">
        <li className="-ms-3">
          <Link href="/sale" className={`${link} text-sale`}>
            {text.sale}
          </Link>
        </li>
        {categories.map(({ name, path }) => (
          <li key={path}>
            <Link href={`/c/${path}`} className={link} prefetch={false}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
