import type { z } from 'zod';
import { type Deps, providerOf } from '../deps.ts';
import { openPayment } from '../open-payment.ts';
import type { Database } from '../payment.repository.ts';
import type {
  chooseSavedMethodInput,
  claimInput,
  claimOutput,
  removeSavedMethodInput,
  savedMethodsOutput,
} from './contract.ts';
import { createCustomerRepository } from './customer.repository.ts';
import { paymentOver, savedMethodNotFound } from './errors.ts';

type Methods = z.output<typeof savedMethodsOutput>['methods'];

/** Cards and the like that people let providers keep. We keep what the provider calls the person, nothing of the card. */
export function createSavedMethods(db: Database, deps: Deps) {
  const customers = createCustomerRepository(db);

  async function kept(provider: string, ref: string, defaultMethod: string | null): Promise<Methods> {
    const methods = (await deps.providers.get(provider)?.saved?.list(ref)) ?? [];
    return methods.map((method) => ({ provider, ...method, isDefault: method.id === defaultMethod }));
  }

  return {
    async list(userId: string): Promise<Methods> {
      const known = await customers.ofPerson(userId);
      const lists = known.map(({ provider, ref, defaultMethod }) =>
        kept(provider, ref, defaultMethod).catch((error: unknown) => {
          deps.logger.warn({ error, provider }, 'Saved means of payment could not be read');
          return [];
        }),
      );
      return (await Promise.all(lists)).flat().sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
    },

    async choose(
      userId: string,
      { provider, methodId }: z.output<typeof chooseSavedMethodInput>,
    ): Promise<{ chosen: true }> {
      const customerRef = await customers.find(userId, provider);
      const methods = customerRef ? await kept(provider, customerRef, null) : [];
      if (!methods.some(({ id }) => id === methodId)) throw savedMethodNotFound();
      await customers.choose(userId, provider, methodId);
      return { chosen: true };
    },

    async claim(
      userId: string,
      { paymentId, clientSecret, save }: z.output<typeof claimInput>,
    ): Promise<z.output<typeof claimOutput>> {
      const payment = await openPayment(deps, paymentId, clientSecret);
      if (payment.status !== 'requires_method' && payment.status !== 'requires_action') throw paymentOver();
      const { saved } = providerOf(deps, payment.provider);
      if (!saved || !payment.providerRef) return { claimed: false };
      const known = await customers.find(userId, payment.provider);
      const customerRef = known ?? (await customers.put(userId, payment.provider, await saved.customer({ userId })));
      await saved.attach({ providerRef: payment.providerRef, customerRef, save });
      return { claimed: true };
    },

    async remove(
      userId: string,
      { provider, methodId }: z.output<typeof removeSavedMethodInput>,
    ): Promise<{ removed: true }> {
      const customerRef = await customers.find(userId, provider);
      const saved = deps.providers.get(provider)?.saved;
      if (!customerRef || !(await saved?.remove({ customerRef, methodId }))) throw savedMethodNotFound();
      return { removed: true };
    },

    /** The person goes, and with them everything that was kept. Repeating is harmless. Answers how many providers knew them. */
    async forgetPerson(userId: string): Promise<number> {
      const known = await customers.ofPerson(userId);
      for (const { provider, ref } of known) {
        await deps.providers.get(provider)?.saved?.forget(ref);
        await customers.remove(userId, provider);
      }
      return known.length;
    },
  };
}
