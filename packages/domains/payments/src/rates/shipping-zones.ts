import { changedFields } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, assertAdministrator, assertManager } from './actor.ts';
import type { deleteZoneInput, OfferInput, saveSellerShippingInput, saveShippingZoneInput } from './contract.ts';
import { elsewhereTaken, rulesChanged, zoneNotFound } from './errors.ts';
import type { RatesRepository, StoredOffer } from './rates.repository.ts';
import type { Amounts, Offer } from './rates.ts';
import { assertRoom, findZone } from './zones.ts';

/** Without the currencies in which nothing is free. */
function offerOf({ freeFrom, ...offer }: OfferInput): Offer {
  const given = Object.entries(freeFrom).filter(([, amount]) => amount !== null);
  return { ...offer, freeFrom: Object.fromEntries(given) as Amounts };
}

const comparable = ({ method, offered, minimumDays, maximumDays, freeFrom, bands }: Offer) => ({
  method,
  offered,
  minimumDays,
  maximumDays,
  freeFrom,
  bands,
});
const isOfMarketplace = (zoneId: string) => (offer: StoredOffer) => offer.zoneId === zoneId && offer.sellerId === null;

export async function saveShippingZone(
  repository: RatesRepository,
  actor: Actor,
  input: z.output<typeof saveShippingZoneInput>,
  at: Date,
): Promise<void> {
  const by = assertAdministrator(actor);
  await repository.edit(async (editor) => {
    const { shippingZones, offers } = editor.rules;
    const before = findZone(shippingZones, input);
    const id = assertRoom(shippingZones, input);
    if (input.elsewhere && shippingZones.some((zone) => zone.elsewhere && zone.id !== id)) throw elsewhereTaken();
    const { name, elsewhere, version } = input;
    const zone = { id, version, name, elsewhere, countries: input.countries.toSorted() };
    await editor.saveShippingZone(zone, at);
    const known = offers.filter(isOfMarketplace(id));
    const wanted = input.offers.map(offerOf);
    const idOf = (offer: Offer) => known.find(({ method }) => method === offer.method)?.id ?? null;
    await editor.saveOffers(
      wanted.map((offer) => ({ id: idOf(offer), zoneId: id, sellerId: null, offer })),
      at,
    );
    const gone = known.filter(({ method }) => !wanted.some((offer) => offer.method === method));
    await editor.deleteOffers(gone.map((offer) => offer.id));
    const changes = changedFields(
      { name: '', elsewhere: false, countries: [] as string[], ...before, offers: known.map(comparable) },
      { ...zone, offers: wanted.map(comparable) },
      ['name', 'elsewhere', 'countries', 'offers'],
    );
    const action = before ? 'shipping-zone.update' : 'shipping-zone.create';
    await editor.audit({ actor: by, sellerId: null, action, objectType: 'shipping-zone', objectId: id, changes, at });
  });
}

export async function deleteShippingZone(
  repository: RatesRepository,
  actor: Actor,
  input: z.output<typeof deleteZoneInput>,
  at: Date,
): Promise<void> {
  const by = assertAdministrator(actor);
  await repository.edit(async (editor) => {
    const zone = findZone(editor.rules.shippingZones, input);
    if (!zone) throw zoneNotFound();
    await editor.deleteShippingZone(zone.id);
    const changes = { name: [zone.name, null], countries: [zone.countries, null] } as const;
    const about = { objectType: 'shipping-zone', objectId: zone.id, changes };
    await editor.audit({ actor: by, sellerId: null, action: 'shipping-zone.delete', ...about, at });
  });
}

/** A seller's own offer of one method in one zone, or none: then the marketplace's holds. */
export async function saveSellerShipping(
  repository: RatesRepository,
  actor: Actor,
  { sellerId, zoneId, method, version, offer }: z.output<typeof saveSellerShippingInput>,
  at: Date,
): Promise<void> {
  const by = assertManager(actor, sellerId);
  await repository.edit(async (editor) => {
    const { shippingZones, offers } = editor.rules;
    if (!shippingZones.some(({ id }) => id === zoneId)) throw zoneNotFound();
    const own = offers.find(
      (known) => known.zoneId === zoneId && known.sellerId === sellerId && known.method === method,
    );
    if ((own?.version ?? 0) !== version) throw rulesChanged();
    const wanted = offer ? offerOf({ ...offer, method }) : null;
    if (wanted) await editor.saveOffers([{ id: own?.id ?? null, zoneId, sellerId, offer: wanted }], at);
    else if (own) await editor.deleteOffers([own.id]);
    const changes = { [method]: [own ? comparable(own) : null, wanted ? comparable(wanted) : null] } as const;
    const action = wanted ? 'shipping.own' : 'shipping.marketplace';
    await editor.audit({ actor: by, sellerId, action, objectType: 'shipping-zone', objectId: zoneId, changes, at });
  });
}
