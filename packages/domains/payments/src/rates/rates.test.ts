import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { newId } from '@mallhive/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OfferInput } from './contract.ts';
import { createRates } from './index.ts';

const administrator = { id: newId(), memberships: [], roles: ['administrator'] };
const sellerId = newId();
const seller = { id: newId(), memberships: [{ sellerId, role: 'manager', status: 'approved' }] };
const now = new Date('2026-11-23T12:00:00Z');

let test: TestDatabase;
let rates: ReturnType<typeof createRates>;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => {
  rates = createRates(test.db, { now: () => now });
});

const each = <Value>(value: Value) => ({ EUR: value, USD: value, GBP: value, JPY: value });
const offer = (price: number, change: Partial<OfferInput> = {}): OfferInput => ({
  method: 'standard',
  offered: true,
  minimumDays: 1,
  maximumDays: 2,
  freeFrom: each(null),
  bands: [{ upToGrams: null, prices: each(price) }],
  ...change,
});
const quote = async (country: string, of = sellerId, taxClass = 'standard', weightGrams = 500) => {
  const line = { taxClass, total: 2_000, weightGrams, quantity: 1 };
  const answer = await rates.quote({ country, currency: 'GBP', parcels: [{ sellerId: of, lines: [line] }] });
  const [parcel] = answer.parcels;
  return {
    taxIncluded: answer.taxIncluded,
    tax: parcel?.lines[0]?.taxBasisPoints,
    prices: Object.fromEntries((parcel?.methods ?? []).map(({ code, price }) => [code, price.amount])),
  };
};
const taxZone = async (country: string) => {
  const { zones } = await rates.taxRules(administrator);
  const zone = zones.find(({ countries }) => countries.includes(country));
  if (!zone) throw new Error(`no tax zone of ${country}`);
  return zone;
};
const shippingZone = async (name: string) => {
  const { zones } = await rates.shippingRules(administrator);
  const zone = zones.find((candidate) => candidate.name === name);
  if (!zone) throw new Error(`no shipping zone ${name}`);
  return zone;
};
const audited = (action: string) =>
  test.db.pool
    .query('select action, object_id, changes, seller_id from payments.audit_entries where action = $1', [action])
    .then(({ rows }) => rows[0]);

describe('a new shop', () => {
  it('begins with these figures', async () => {
    expect(await quote('GB')).toEqual({ taxIncluded: true, tax: 2_000, prices: { standard: 395, express: 695 } });
    expect(await quote('DE')).toEqual({ taxIncluded: true, tax: 1_900, prices: { standard: 995, express: 1_995 } });
    expect(await quote('FI')).toMatchObject({ tax: 2_550 });
    expect(await quote('CH')).toEqual({ taxIncluded: true, tax: 0, prices: { standard: 995, express: 1_995 } });
    expect(await quote('NZ')).toEqual({ taxIncluded: true, tax: 0, prices: { standard: 1_495, express: 2_995 } });
  });

  it('taxes reduced goods as standard ones until somebody gives them a rate', async () => {
    expect([(await quote('GB', sellerId, 'reduced')).tax, (await quote('GB', sellerId, 'zero')).tax]).toEqual([
      2_000, 0,
    ]);
  });
});

describe('tax rules', () => {
  it('are for administrators alone', async () => {
    const refused = expect.objectContaining({ reason: 'administrators_only' });
    await expect(rates.taxRules(seller)).rejects.toEqual(refused);
    await expect(rates.saveTaxClass(seller, { code: 'mine', name: 'Mine' })).rejects.toEqual(refused);
    const zone = { id: null, version: 0, name: 'Mine', pricesIncludeTax: true, countries: [], rates: [] };
    await expect(rates.saveTaxZone(seller, zone)).rejects.toEqual(refused);
    await expect(rates.deleteTaxZone(seller, await taxZone('GB'))).rejects.toEqual(refused);
  });

  it('hold for the next quote, and for other processes soon', async () => {
    let clock = 0;
    const elsewhere = createRates(test.db, { now: () => now }, () => clock);
    const askElsewhere = async () => {
      const parcels = [{ sellerId, lines: [{ taxClass: 'standard', total: 1, weightGrams: 1, quantity: 1 }] }];
      return (await elsewhere.quote({ country: 'US', currency: 'USD', parcels })).taxIncluded;
    };
    expect(await askElsewhere()).toBe(true);
    await rates.saveTaxZone(administrator, {
      id: null,
      version: 0,
      name: 'United States',
      pricesIncludeTax: false,
      countries: ['US'],
      rates: [{ taxClass: 'standard', validFrom: '2026-01-01', basisPoints: 825 }],
    });
    expect(await quote('US')).toMatchObject({ taxIncluded: false, tax: 825 });
    expect(await Promise.all(['US', 'GB', 'NZ'].map(rates.taxIncluded))).toEqual([false, true, null]);
    expect(await audited('tax-zone.create')).toMatchObject({ changes: { countries: [[], ['US']] } });
    expect(await askElsewhere()).toBe(true);
    clock = 3_001;
    expect(await askElsewhere()).toBe(false);
  });

  it('keep a rate until the next one begins', async () => {
    const zone = await taxZone('LU');
    await rates.saveTaxZone(administrator, {
      ...zone,
      rates: [
        { taxClass: 'standard', validFrom: '2026-11-24', basisPoints: 1_800 },
        { taxClass: 'standard', validFrom: '2026-11-23', basisPoints: 1_600 },
        { taxClass: 'reduced', validFrom: '2026-11-24', basisPoints: 800 },
      ],
    });
    // A class whose first rate is still to come is taxed as standard goods are.
    expect([(await quote('LU')).tax, (await quote('LU', sellerId, 'reduced')).tax]).toEqual([1_600, 1_600]);
    const tomorrow = createRates(test.db, { now: () => new Date('2026-11-24T00:00:00Z') });
    const parcels = [{ sellerId, lines: [{ taxClass: 'reduced', total: 1, weightGrams: 1, quantity: 1 }] }];
    expect(
      (await tomorrow.quote({ country: 'LU', currency: 'EUR', parcels })).parcels[0]?.lines[0]?.taxBasisPoints,
    ).toBe(800);
  });

  it('refuse a country in two zones, a name used twice, a class nobody knows, an old version, and a zone that is gone', async () => {
    const zone = await taxZone('SE');
    const save = (change: object) => rates.saveTaxZone(administrator, { ...zone, ...change });
    await expect(save({ countries: ['SE', 'GB'] })).rejects.toMatchObject({
      reason: 'zone_overlap',
      details: { countries: ['GB'] },
    });
    await expect(save({ name: 'germany' })).rejects.toMatchObject({ reason: 'zone_name_taken' });
    const unknown = [{ taxClass: 'luxury', validFrom: '2026-01-01', basisPoints: 1 }];
    await expect(save({ rates: unknown })).rejects.toMatchObject({ reason: 'tax_class_unknown' });
    await expect(save({ id: newId() })).rejects.toMatchObject({ reason: 'zone_not_found' });
    await save({ name: 'Sweden and nobody else' });
    await expect(save({ name: 'Too late' })).rejects.toMatchObject({ reason: 'rules_changed' });
    expect(await taxZone('SE')).toEqual({ ...zone, version: zone.version + 1, name: 'Sweden and nobody else' });
  });

  it('give a country to one zone only, when two ask at once', async () => {
    const make = (name: string) =>
      rates.saveTaxZone(administrator, {
        id: null,
        version: 0,
        name,
        pricesIncludeTax: true,
        countries: ['HR'],
        rates: [],
      });
    const done = await Promise.allSettled([make('Croatia'), make('Hrvatska')]);
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      test.db.pool.query(
        `insert into payments.tax_zone_countries (country, zone_id) select 'HR', id from payments.tax_zones where name = 'Germany'`,
      ),
    ).rejects.toThrow(/tax_zone_countries_pkey/);
  });

  it('let go of a zone and of nothing else', async () => {
    await rates.deleteTaxZone(administrator, await taxZone('PT'));
    expect([(await quote('PT')).tax, (await quote('ES')).tax]).toEqual([0, 2_100]);
  });

  it('know more classes when somebody makes them', async () => {
    await rates.saveTaxClass(administrator, { code: 'books', name: 'Books' });
    const { classes } = await rates.saveTaxClass(administrator, { code: 'books', name: 'Books and papers' });
    expect(classes.filter(({ code }) => code === 'books')).toEqual([{ code: 'books', name: 'Books and papers' }]);
    expect(await audited('tax-class.update')).toMatchObject({ object_id: 'books' });
  });
});

describe('shipping rules', () => {
  it('are for administrators alone', async () => {
    const refused = expect.objectContaining({ reason: 'administrators_only' });
    const zone = await shippingZone('Europe');
    await expect(rates.shippingRules(seller)).rejects.toEqual(refused);
    await expect(rates.saveShippingZone(seller, zone)).rejects.toEqual(refused);
    await expect(rates.deleteShippingZone(seller, zone)).rejects.toEqual(refused);
  });

  it('charge by weight, and take methods away', async () => {
    const made = await rates.saveShippingZone(administrator, {
      id: null,
      version: 0,
      name: 'Down under',
      elsewhere: false,
      countries: ['AU', 'NZ'],
      offers: [
        offer(0, {
          bands: [
            { upToGrams: 1_000, prices: each(500) },
            { upToGrams: 20_000, prices: each(900) },
          ],
        }),
        offer(4_000, { method: 'express' }),
      ],
    });
    expect((await quote('NZ', sellerId, 'standard', 1_000)).prices).toEqual({ standard: 500, express: 4_000 });
    expect((await quote('NZ', sellerId, 'standard', 1_001)).prices).toEqual({ standard: 900, express: 4_000 });
    expect((await quote('NZ', sellerId, 'standard', 20_001)).prices).toEqual({ express: 4_000 });
    const zone = made.zones.find(({ name }) => name === 'Down under');
    if (!zone) throw new Error('it was not made');
    await rates.saveShippingZone(administrator, { ...zone, offers: [offer(700)] });
    expect((await quote('NZ')).prices).toEqual({ standard: 700 });
    await rates.deleteShippingZone(administrator, { id: zone.id, version: zone.version + 1 });
    expect((await quote('NZ')).prices).toEqual({ standard: 1_495, express: 2_995 });
  });

  it('refuse overlaps, two rests of the world, and what somebody else has changed', async () => {
    const zone = await shippingZone('Europe');
    const save = (change: object) => rates.saveShippingZone(administrator, { ...zone, ...change });
    await expect(save({ countries: ['DE', 'GB'] })).rejects.toMatchObject({ reason: 'zone_overlap' });
    await expect(save({ elsewhere: true })).rejects.toMatchObject({ reason: 'elsewhere_taken' });
    await expect(save({ version: zone.version - 1 })).rejects.toMatchObject({ reason: 'rules_changed' });
    await expect(test.db.pool.query(`update payments.shipping_zones set elsewhere = true`)).rejects.toThrow(
      /shipping_zones_one_elsewhere/,
    );
  });

  it('keep amounts whole and above zero in the database itself', async () => {
    for (const prices of ['{"GBP": -1}', '{"GBP": 1.5}', '{"GBP": "1"}', '{"pounds": 1}', '[1]']) {
      await expect(
        test.db.pool.query('update payments.shipping_bands set prices = $1', [prices]),
        prices,
      ).rejects.toThrow(/shipping_bands_prices/);
    }
  });
});

describe("a seller's own shipping", () => {
  const own = async () => {
    const { zones } = await rates.sellerShipping(seller, { sellerId });
    const zone = zones.find(({ name }) => name === 'United Kingdom');
    const method = zone?.methods.find(({ method: code }) => code === 'standard');
    if (!zone || !method) throw new Error('no such zone');
    return { zoneId: zone.id, ...method };
  };
  const save = async (wanted: OfferInput | null, change: object = {}) => {
    const { zoneId, version } = await own();
    return rates.saveSellerShipping(seller, {
      sellerId,
      zoneId,
      method: 'standard',
      version,
      offer: wanted,
      ...change,
    });
  };

  it("is the organisation's alone", async () => {
    const stranger = { id: newId(), memberships: [{ sellerId: newId(), role: 'owner', status: 'approved' }] };
    await expect(rates.sellerShipping(stranger, { sellerId })).rejects.toMatchObject({ reason: 'not_a_member' });
    const { zoneId } = await own();
    const change = { sellerId, zoneId, method: 'standard' as const, version: 0, offer: offer(1) };
    await expect(rates.saveSellerShipping(stranger, change)).rejects.toMatchObject({ reason: 'not_a_member' });
    const packer = { id: newId(), memberships: [{ sellerId, role: 'fulfilment', status: 'approved' }] };
    await expect(rates.saveSellerShipping(packer, change)).rejects.toMatchObject({ reason: 'role_too_low' });
    const closed = { id: newId(), memberships: [{ sellerId, role: 'owner', status: 'suspended' }] };
    await expect(rates.saveSellerShipping(closed, change)).rejects.toMatchObject({ reason: 'seller_not_active' });
  });

  it("replaces the marketplace's for this seller alone, until it is taken back", async () => {
    const other = newId();
    await save(offer(100, { freeFrom: { ...each(null), GBP: 2_001 } }));
    expect([(await quote('GB')).prices, (await quote('GB', other)).prices]).toEqual([
      { standard: 100, express: 695 },
      { standard: 395, express: 695 },
    ]);
    expect(await audited('shipping.own')).toMatchObject({ seller_id: sellerId });
    await save(offer(100, { freeFrom: { ...each(null), GBP: 2_000 } }));
    expect((await quote('GB')).prices).toEqual({ standard: 0, express: 695 });
    await save(offer(0, { offered: false, bands: [] }));
    expect((await quote('GB')).prices).toEqual({ express: 695 });
    await save(null);
    expect((await quote('GB')).prices).toEqual({ standard: 395, express: 695 });
  });

  it('refuses what a colleague has changed, and a zone that is gone', async () => {
    const { version } = await own();
    await save(offer(50));
    await expect(save(offer(60), { version })).rejects.toMatchObject({ reason: 'rules_changed' });
    await expect(save(offer(60), { zoneId: newId() })).rejects.toMatchObject({ reason: 'zone_not_found' });
    expect((await own()).own?.bands[0]?.prices.GBP).toBe(50);
  });
});

describe('on the hot path', () => {
  it('a quote asks the database nothing', async () => {
    await quote('GB');
    let asked = 0;
    const query = test.db.pool.query.bind(test.db.pool);
    test.db.pool.query = ((...parameters: Parameters<typeof query>) => {
      asked += 1;
      return query(...parameters);
    }) as typeof query;
    try {
      for (let round = 0; round < 50; round += 1) await quote('DE');
    } finally {
      test.db.pool.query = query;
    }
    expect(asked).toBe(0);
  });
});
