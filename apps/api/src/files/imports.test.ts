import { newId } from '@mallhive/kernel';
import { createFunctions } from '@mallhive/workflows';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';

describe('files of products', () => {
  let api: ApiFixture;
  let owner: { cookie: string; userId: string };
  let stranger: { cookie: string };
  let sellerId: string;
  beforeAll(async () => {
    api = await startApi();
    const { identity, catalog } = api.composition.facades;
    const seller = {
      slug: 'paper-and-ink',
      name: 'Paper & Ink',
      tagline: '',
      description: '',
      logoUrl: '',
      bannerUrl: '',
      country: 'GB',
    };
    sellerId = (await identity.upsertSellers([seller])).get(seller.slug) ?? '';
    await catalog.upsertSellerProfiles([{ ...seller, sellerId, changedAt: new Date() }]);
    await catalog.upsertCategories([{ path: 'paper', name: 'Paper' }]);
    owner = await api.signIn('files-owner@example.test');
    stranger = await api.signIn('files-stranger@example.test');
    await api.database.db.pool.query(
      `insert into identity.memberships (user_id, seller_id, role) values ($1, $2, 'owner')`,
      [owner.userId, sellerId],
    );
    await api.database.db.pool.query('update identity.users set email_verified_at = now()');
  });
  afterAll(() => api.close());

  const upload = (body: string, cookie = owner.cookie, query = `?sellerId=${sellerId}&name=paper.csv`) =>
    fetch(`${api.url}/api/files/imports${query}`, {
      method: 'PUT',
      headers: { 'content-type': 'text/csv', cookie },
      body,
    });
  const get = (path: string, cookie = owner.cookie) => fetch(`${api.url}${path}`, { headers: { cookie } });
  const file =
    'handle,title,category,status,sku,price\nblock,Block,paper,draft,BL-1,4.50\n=cmd,Bad,nowhere,draft,X-1,1\n';

  it('are taken from members who may edit, and from our own pages', async () => {
    expect((await upload(file, '')).status).toBe(401);
    expect((await upload(file, stranger.cookie)).status).toBe(403);
    expect((await upload(file, owner.cookie, '')).status).toBe(400);
    expect((await upload('', owner.cookie)).status).toBe(422);
  });

  it('are mapped, imported in steps, and their wrong rows come back as a file that runs nothing', async () => {
    const { importId } = (await (await upload(file)).json()) as { importId: string };
    const reply = await api.query('catalog.importPreview', { sellerId, importId }, { cookie: owner.cookie });
    const { result } = (await reply.json()) as { result: { data: { mapping: string[]; delimiter: string } } };
    const { mapping, delimiter } = result.data;
    const started = await api.mutate(
      'catalog.startImport',
      { sellerId, importId, mapping, delimiter },
      { cookie: owner.cookie },
    );
    expect(started.status).toBe(200);
    while (!(await api.composition.facades.catalog.runImport(importId)).done);
    const path = `/api/files/imports/${importId}/errors.csv?sellerId=${sellerId}`;
    expect((await get(path, '')).status).toBe(401);
    expect((await get(path, stranger.cookie)).status).toBe(403);
    expect((await get(path.replace(importId, newId()))).status).toBe(404);
    expect((await get(path.replace(importId, 'nonsense'))).status).toBe(404);
    const errors = await get(path);
    expect(errors.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(errors.headers.get('content-disposition')).toContain('paper-errors.csv');
    const text = await errors.text();
    expect(text).toContain('There is no such category');
    expect(text).toContain("\n'=cmd,");
  });

  it('are written in the background and fetched by members alone', async () => {
    const { catalog } = api.composition.facades;
    const started = await api.mutate('catalog.startExport', { sellerId }, { cookie: owner.cookie });
    const { result } = (await started.json()) as { result: { data: { job: { id: string } } } };
    const path = `/api/files/exports/${result.data.job.id}.csv?sellerId=${sellerId}`;
    expect((await get(path)).status).toBe(404);
    await catalog.runExport(result.data.job.id);
    expect((await get(path, stranger.cookie)).status).toBe(403);
    expect(await (await get(path)).text()).toContain('BL-1');
  });

  it('have their functions registered', () => {
    const { inngest, facades, logger, config } = api.composition;
    const ids = createFunctions(inngest, {
      ...facades,
      logger,
      web: { shellUrl: config.shellUrl, sellerUrl: config.sellerUrl, internalSecret: config.internalSecret },
    }).map((made) => made.id());
    for (const id of ['run-import', 'run-export', 'count-imported-stock', 'allow-reviews', 'clean-up-files']) {
      expect(ids).toContain(id);
    }
  });
});
