import type { User } from './contract.ts';

export interface UserRow {
  id: string;
  email: string;
  name: string;
  is_admin: boolean;
  email_verified_at: Date | null;
  memberships: User['memberships'];
}

/** Roles are derived, never stored: whoever belongs to a seller is one. */
export function toUser(row: UserRow): User {
  const roles: User['roles'] = ['shopper'];
  if (row.memberships.length > 0) roles.push('seller');
  if (row.is_admin) roles.push('administrator');
  const { id, email, name, memberships } = row;
  return { id, email, name, emailVerified: row.email_verified_at !== null, roles, memberships };
}
