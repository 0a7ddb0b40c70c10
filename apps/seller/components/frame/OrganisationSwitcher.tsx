import { Monogram, SelectField } from '@mallhive/ui';
import { useRouter } from 'next/router';
import { organisationCookie } from '../../logic/organisation.ts';
import { frameMessages as text } from '../../messages/frame.ts';
import type { Membership, User } from '../../types.ts';

const yearSeconds = 31_536_000;

/** Whose shop this is; a choice for people who work for several. */
export function OrganisationSwitcher({ user, organisation }: { user: User; organisation: Membership }) {
  const router = useRouter();
  if (user.memberships.length < 2) {
    return (
      <p className="flex items-center gap-3">
        <Monogram name={organisation.name} size={40} />
        <span className="min-w-0 leading-tight">
          <span className="block truncate font-semibold">{organisation.name}</span>
          <span className="text-sm text-ink-soft">{text.roles[organisation.role]}</span>
        </span>
      </p>
    );
  }
  return (
    <SelectField
      label={text.organisation}
      hideLabel
      value={organisation.sellerId}
      options={user.memberships.map(({ sellerId, name }) => ({ value: sellerId, label: name }))}
      onChange={(event) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
        document.cookie = `${organisationCookie}=${event.currentTarget.value}; path=/; max-age=${yearSeconds}; samesite=lax`;
        // A thing of one organisation is not found in another: back to the list it is in.
        void router.replace(router.pathname.includes('[') ? router.pathname.replace(/\/\[.*$/, '') : router.asPath);
      }}
    />
  );
}
