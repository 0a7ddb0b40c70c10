import type { Clock } from '@mallhive/kernel';
import type { AccountRepository } from './account.repository.ts';
import { linkInvalid } from './errors.ts';
import { emailChanged } from './events.ts';
import type { Limits } from './limits.ts';
import type { Links } from './links.ts';
import type { Caller, StepUp } from './step-up.ts';

interface Dependencies {
  accounts: AccountRepository;
  links: Links;
  limits: Limits;
  stepUp: StepUp;
  clock: Clock;
}

/** A link to the new address. Whether somebody has that address already is told to nobody: the link then does not work. */
export function createRequestEmailChange(deps: Dependencies) {
  return async (caller: Caller, email: string): Promise<{ ok: true }> => {
    await deps.stepUp.demand(caller);
    await deps.limits.byAddress('mail', caller.address);
    const account = await deps.accounts.byId(caller.userId);
    const may = (await deps.limits.mayMail('change_email', caller.userId)) && (await deps.limits.mayMail('any', email));
    if (account && may) {
      await deps.links.request('change_email', account.id, await deps.accounts.sealTarget(account, email));
    }
    return { ok: true };
  };
}

/** By the link in the mail to the new address, on whatever device it was read. */
export function createConfirmEmailChange(deps: Dependencies) {
  return async (input: { token: string; address?: string | undefined }): Promise<{ ok: true }> => {
    await deps.limits.byAddress('link', input.address);
    const link = await deps.links.read(input.token, 'change_email');
    const account = await deps.accounts.byId(link.userId);
    if (link.usedAt || !link.targetSealed || !account || account.disabled_at) throw linkInvalid();
    const email = await deps.accounts.openTarget(account, link.targetSealed);
    const now = deps.clock.now();
    const event = emailChanged.create({ userId: account.id, linkId: link.id }, now);
    if (!(await deps.accounts.changeEmail(link.id, account, email, now, event))) throw linkInvalid();
    return { ok: true };
  };
}
