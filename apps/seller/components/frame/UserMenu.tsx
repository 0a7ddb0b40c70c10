import { ExternalIcon, ShieldIcon, SignOutIcon, StoreIcon } from '@mallhive/ui';
import Link from 'next/link';
import { signOut } from 'next-auth/react';
import { frameMessages as text } from '../../messages/frame.ts';
import type { Membership, User } from '../../types.ts';
import { Menu, menuItem } from './Menu.tsx';

export interface UserMenuProps {
  user: User;
  organisation: Membership | null;
  shopUrl: string;
  area: 'seller' | 'admin';
}

function initials(user: User): string {
  const letters = (user.name || user.email).split(/[\s@]+/).map((word) => word[0] ?? '');
  return letters.slice(0, 2).join('').toUpperCase();
}

export function UserMenu({ user, organisation, shopUrl, area }: UserMenuProps) {
  return (
    <Menu
      label={text.account(initials(user), user.name || user.email)}
      triggerClassName="grid size-10 place-items-center rounded-full bg-inverse text-sm font-semibold text-inverse-ink"
      trigger={<span aria-hidden="true">{initials(user)}</span>}
    >
      <div className="border-b border-line px-3 pt-2 pb-3">
        <p className="truncate font-semibold">{user.name}</p>
        <p className="truncate text-sm text-ink-soft">{user.email}</p>
        {organisation && area === 'seller' ? (
          <p className="mt-1 text-sm text-ink-soft">{text.roles[organisation.role]}</p>
        ) : null}
      </div>
      <a
        role="menuitem"
        className={`${menuItem} mt-1.5`}
        href={organisation ? `${shopUrl}/s/${organisation.slug}` : shopUrl}
      >
        <ExternalIcon />
        {organisation ? text.viewShop : text.toShop}
      </a>
      {user.roles.includes('administrator') && area === 'seller' ? (
        <Link role="menuitem" className={menuItem} href="/admin">
          <ShieldIcon />
          {text.toAdmin}
        </Link>
      ) : null}
      {area === 'admin' && user.memberships.length > 0 ? (
        <Link role="menuitem" className={menuItem} href="/">
          <StoreIcon />
          {text.toSeller}
        </Link>
      ) : null}
      <button
        type="button"
        role="menuitem"
        className={menuItem}
        onClick={() => void signOut({ callbackUrl: '/sign-in' })}
      >
        <SignOutIcon />
        {text.signOut}
      </button>
    </Menu>
  );
}
