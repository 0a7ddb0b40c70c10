import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import type { PaymentProvider } from '../ports.ts';
import type { AccountRepository } from './account.repository.ts';
import { asOwner, assertOwner, assertSeesMoney, type MoneyActor } from './actor.ts';
import type { payoutSettingsOutput, savePayoutSettingsInput } from './contract.ts';
import { type Destination, openDestination, sealDestination } from './destination.ts';
import { accountNotReady, destinationMissing, ibanInvalid, methodUnknown } from './errors.ts';
import { isIban, maskAccount, maskIban, normaliseIban } from './iban.ts';
import type { SecretBox } from './ports.ts';
import type { SettingsRepository } from './settings.repository.ts';

interface SettingsDeps {
  settings: SettingsRepository;
  accounts: AccountRepository;
  secrets: SecretBox;
  providers: readonly PaymentProvider[];
  clock: Clock;
}
type SaveInput = z.output<typeof savePayoutSettingsInput>;

/** How a seller wants to be paid. Account numbers go in and never come out again. */
export function createSettings(deps: SettingsDeps) {
  const { settings, accounts, secrets, providers, clock } = deps;
  const transferring = providers.filter(({ transfers }) => transfers !== undefined);

  const methodsOf = async (sellerId: string): Promise<z.output<typeof payoutSettingsOutput>['methods']> => {
    const opened = new Map((await accounts.ofSeller(sellerId)).map(({ provider, ready }) => [provider, ready]));
    const stateOf = (code: string): 'ready' | 'details_missing' | 'not_begun' =>
      opened.get(code) ? 'ready' : opened.has(code) ? 'details_missing' : 'not_begun';
    return [
      { code: 'file', name: 'Bank transfer', onboarding: null },
      ...transferring.map(({ code, name, transfers }) => ({
        code,
        name: transfers?.onboarding?.name ?? name,
        onboarding: transfers?.onboarding ? stateOf(code) : null,
      })),
    ];
  };

  /** The account that the provider opened for the seller, unless it is in use already. */
  const openedAccount = async (sellerId: string, method: string): Promise<string | null> => {
    const [opened, before] = await Promise.all([accounts.find(sellerId, method), settings.find(sellerId)]);
    if (!opened) return null;
    if (before?.method !== method) return opened.accountRef;
    const kept = await openDestination(secrets, before.destination);
    const same = kept.kind === 'account' && kept.account === opened.accountRef;
    return same || !opened.ready ? null : opened.accountRef;
  };

  const destinationOf = async ({
    sellerId,
    method,
    bank,
    account: typed,
  }: SaveInput): Promise<[Destination, string] | null> => {
    if (method === 'file') {
      if (!bank) return null;
      const iban = normaliseIban(bank.iban);
      if (!isIban(iban)) throw ibanInvalid();
      return [{ kind: 'bank', holder: bank.holder, iban, bic: bank.bic.toUpperCase() }, maskIban(iban)];
    }
    const transfers = transferring.find(({ code }) => code === method)?.transfers;
    if (!transfers) throw methodUnknown();
    const account = typed ?? (transfers.onboarding ? await openedAccount(sellerId, method) : null);
    if (!account) return null;
    if (!(await transfers.ready(account))) throw accountNotReady();
    return [{ kind: 'account', account }, maskAccount(account)];
  };

  return {
    payoutSettings: async (actor: MoneyActor, sellerId: string): Promise<z.output<typeof payoutSettingsOutput>> => {
      assertSeesMoney(actor, sellerId);
      const [found, methods] = await Promise.all([settings.find(sellerId), methodsOf(sellerId)]);
      if (!found) return { settings: null, methods };
      const { frequency, minimum, method, masked, updatedAt } = found;
      return { settings: { frequency, minimum, method, masked, updatedAt: updatedAt.toISOString() }, methods };
    },
    savePayoutSettings: async (actor: MoneyActor, input: SaveInput): Promise<void> => {
      const { sellerId, frequency, minimum, method } = input;
      assertOwner(actor, sellerId);
      const destination = await destinationOf(input);
      const sealed = destination && (await sealDestination(secrets, destination[0]));
      const at = clock.now();
      const audit = {
        ...{
          actor: asOwner(actor),
          sellerId,
          action: 'payout_settings.update',
          objectType: 'payout_settings',
          objectId: sellerId,
        },
        changes: {
          method: [null, method],
          frequency: [null, frequency],
          destination: [null, destination ? 'changed' : 'kept'],
        },
        at,
      } as const;
      await settings.save(sellerId, audit, (before) => {
        const kept = before?.method === method ? before : null;
        if (!sealed && !kept) throw destinationMissing();
        const where = destination && sealed ? { destination: sealed, masked: destination[1] } : null;
        const { destination: sealedBefore = '', masked = '' } = kept ?? {};
        return {
          sellerId,
          frequency,
          minimum,
          method,
          ...(where ?? { destination: sealedBefore, masked }),
          updatedAt: at,
        };
      });
    },
  };
}
