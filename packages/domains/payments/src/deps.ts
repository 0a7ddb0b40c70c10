import type { Clock } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { createCommission } from './commission/index.ts';
import { providerUnknown } from './errors.ts';
import type { InstrumentRepository } from './gift-cards/instrument.repository.ts';
import type { Lane } from './lane.ts';
import type { FeeSchedules } from './ledger/fee.ts';
import type { PaymentRepository } from './payment.repository.ts';
import type { AccountRepository } from './payouts/account.repository.ts';
import type { CardProvider, PaidOrders, PaymentProvider } from './ports.ts';
import type { WebhookRepository } from './webhook.repository.ts';

/** What every use case of this package gets. */
export interface Deps {
  payments: PaymentRepository;
  instruments: InstrumentRepository;
  webhooks: WebhookRepository;
  accounts: AccountRepository;
  providers: ReadonlyMap<string, PaymentProvider>;
  cards: CardProvider | null;
  orders: PaidOrders;
  commission: ReturnType<typeof createCommission>;
  fees: FeeSchedules;
  /** Where webhooks are processed after their receipt. */
  lane: Lane;
  clock: Clock;
  logger: Logger;
}

export function providerOf(deps: Pick<Deps, 'providers'>, code: string): PaymentProvider {
  const provider = deps.providers.get(code);
  if (!provider) throw providerUnknown(code);
  return provider;
}
