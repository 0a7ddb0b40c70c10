import type { Membership } from '../types.ts';

/** Which organisation's data is shown; a name for display and choice, never a right. */
export const organisationCookie = 'mh_organisation';

/** The organisation whose data is shown: the remembered one while the person belongs to it, else the first. */
export function choose(memberships: readonly Membership[], remembered: string | null): Membership | null {
  return memberships.find((membership) => membership.sellerId === remembered) ?? memberships[0] ?? null;
}
