import type { z } from 'zod';
import { auditActor } from '../audit-actor.ts';
import type { Deps } from '../deps.ts';
import { stockNotFound } from '../errors.ts';
import { assertManager, assertMember, type StockActor } from '../owner.ts';
import type {
  setStockRuleInput,
  setStockRuleOutput,
  setStockSettingsInput,
  stockSettingsInput,
  stockSettingsOutput,
} from './contract.ts';

export async function readStockSettings(
  deps: Deps,
  actor: StockActor,
  { sellerId }: z.output<typeof stockSettingsInput>,
): Promise<z.output<typeof stockSettingsOutput>> {
  assertMember(actor, sellerId);
  return deps.alerts.settings(sellerId);
}

export async function setStockSettings(
  deps: Deps,
  actor: StockActor,
  { sellerId, lowBelow }: z.output<typeof setStockSettingsInput>,
): Promise<z.output<typeof stockSettingsOutput>> {
  assertManager(actor, sellerId);
  await deps.alerts.saveSettings({ sellerId, lowBelow, actor: auditActor(actor), now: deps.clock.now() });
  return { lowBelow };
}

/** The catalog says whose the variant is. */
export async function setStockRule(
  deps: Deps,
  actor: StockActor,
  input: z.output<typeof setStockRuleInput>,
): Promise<z.output<typeof setStockRuleOutput>> {
  const { sellerId, variantId } = input;
  assertManager(actor, sellerId);
  const [variant] = await deps.variants.variantsForStock([variantId]);
  if (variant?.sellerId !== sellerId) throw stockNotFound();
  const { productId } = variant;
  const change = { ...input, productId, actor: auditActor(actor), now: deps.clock.now() };
  await deps.alerts.saveRule(change);
  return { saved: true };
}
