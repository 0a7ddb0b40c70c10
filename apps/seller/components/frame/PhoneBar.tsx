import { MenuIcon } from '@mallhive/ui';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { frameMessages as text } from '../../messages/frame.ts';
import { isAt, type PlaceGroup } from '../../navigation.ts';
import { PlaceIcon } from './place-icon.tsx';

interface PhoneBarProps {
  groups: readonly PlaceGroup[];
  onMore: () => void;
}

const cell =
  'flex min-h-14 w-full flex-col items-center justify-center gap-0.5 text-xs font-medium text-ink-soft aria-[current=page]:text-accent-strong';

/** On a phone: the few places that are needed all day within reach of the thumb, the rest behind "More". */
export function PhoneBar({ groups, onMore }: PhoneBarProps) {
  const { asPath } = useRouter();
  const path = asPath.split(/[?#]/)[0] ?? '/';
  const places = groups.flatMap((group) => group.places).filter(({ phone }) => phone);
  return (
    <nav
      aria-label={text.phoneNavigation}
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {places.map((place) => (
          <li key={place.href}>
            <Link href={place.href} aria-current={isAt(place.href, path) ? 'page' : undefined} className={cell}>
              <PlaceIcon name={place.icon} />
              {typeof place.phone === 'string' ? place.phone : place.label}
            </Link>
          </li>
        ))}
        <li>
          <button type="button" className={cell} aria-haspopup="dialog" onClick={onMore}>
            <MenuIcon />
            {text.more}
          </button>
        </li>
      </ul>
    </nav>
  );
}
