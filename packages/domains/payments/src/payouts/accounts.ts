import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { Onboarding, PaymentProvider } from '../ports.ts';
import type { AccountRepository } from './account.repository.ts';
import { asOwner, assertOwner, type MoneyActor } from './actor.ts';
import type { checkPayoutAccountInput, openPayoutAccountInput, payoutAccountOutput } from './contract.ts';
import { methodUnknown } from './errors.ts';
import { maskAccount } from './iban.ts';
import { noteAccount } from './note-account.ts';

interface AccountDeps {
  accounts: AccountRepository;
  providers: readonly PaymentProvider[];
  clock: Clock;
}

/** Accounts that sellers get at providers, instead of naming one. */
export function createAccounts({ accounts, providers, clock }: AccountDeps) {
  const deps = { accounts, clock, providers: new Map(providers.map((provider) => [provider.code, provider])) };

  const onboardingOf = (code: string): Onboarding => {
    const onboarding = deps.providers.get(code)?.transfers?.onboarding;
    if (!onboarding) throw methodUnknown();
    return onboarding;
  };

  const open = async (actor: MoneyActor, sellerId: string, provider: string): Promise<string> => {
    const { accountRef } = await onboardingOf(provider).open({ sellerId });
    const at = clock.now();
    const audit = {
      ...{ actor: asOwner(actor), sellerId, action: 'payout_account.open' },
      ...{ objectType: 'payout_account', objectId: sellerId },
      changes: { provider: [null, provider], account: [null, maskAccount(accountRef)] },
      at,
    } as const;
    return accounts.put(sellerId, provider, accountRef, audit, at);
  };

  return {
    openPayoutAccount: async (
      actor: MoneyActor,
      { sellerId, method, returnUrl }: z.output<typeof openPayoutAccountInput>,
    ): Promise<{ url: string }> => {
      assertOwner(actor, sellerId);
      const onboarding = onboardingOf(method);
      const accountRef = (await accounts.find(sellerId, method))?.accountRef ?? (await open(actor, sellerId, method));
      return onboarding.page({ accountRef, returnUrl });
    },
    checkPayoutAccount: async (
      actor: MoneyActor,
      { sellerId, method }: z.output<typeof checkPayoutAccountInput>,
    ): Promise<z.output<typeof payoutAccountOutput>> => {
      assertOwner(actor, sellerId);
      onboardingOf(method);
      const account = await accounts.find(sellerId, method);
      const found = account && (await noteAccount(deps, method, account.accountRef));
      return { state: found && found !== 'ignored' ? found : 'not_begun' };
    },
  };
}
