import type { AccountRepository } from './account.repository.ts';
import type { User } from './contract.ts';
import { tokenInvalid } from './errors.ts';
import { toUser } from './user.ts';

export function createUpdateProfile(deps: { accounts: AccountRepository }) {
  return async (userId: string, { name }: { name: string }): Promise<{ user: User }> => {
    const account = await deps.accounts.byId(userId);
    // Between the look-up of the session and this one the account went.
    if (!account) throw tokenInvalid();
    await deps.accounts.setName(account, name);
    return { user: toUser({ ...account, name }) };
  };
}
