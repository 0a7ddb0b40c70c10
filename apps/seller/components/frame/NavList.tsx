import Link from 'next/link';
import { useRouter } from 'next/router';
import { isAt, type PlaceGroup } from '../../navigation.ts';
import { PlaceIcon } from './place-icon.tsx';

interface NavListProps {
  label: string;
  groups: readonly PlaceGroup[];
}

/** The places, in groups; the one that the page belongs to is marked. */
export function NavList({ label, groups }: NavListProps) {
  const { asPath } = useRouter();
  const path = asPath.split(/[?#]/)[0] ?? '/';
  return (
    <nav aria-label={label} className="grid gap-5">
      {groups.map((group) => (
        <div key={group.id}>
          {group.label ? (
            <p className="mb-1 px-3 text-xs font-semibold tracking-wide text-ink-soft uppercase">{group.label}</p>
          ) : null}
          <ul className="grid gap-0.5">
            {group.places.map((place) => (
              <li key={place.href}>
                <Link
                  href={place.href}
                  aria-current={isAt(place.href, path) ? 'page' : undefined}
                  className="flex min-h-10 items-center gap-3 rounded-control px-3 py-2 hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:font-semibold"
                >
                  <PlaceIcon name={place.icon} className="shrink-0" />
                  {place.label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
