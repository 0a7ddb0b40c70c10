import { createContext, type ReactNode, useContext } from 'react';
import type { Membership } from '../types.ts';

const OrganisationContext = createContext<Membership | null>(null);

export function OrganisationProvider({ organisation, children }: { organisation: Membership; children: ReactNode }) {
  return <OrganisationContext value={organisation}>{children}</OrganisationContext>;
}

/** The organisation that this page is about. Only inside the dashboard's layout. */
export function useOrganisation(): Membership {
  const organisation = useContext(OrganisationContext);
  if (!organisation) throw new Error('useOrganisation needs the dashboard layout above');
  return organisation;
}
