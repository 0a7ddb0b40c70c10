import { createAppRouter } from '@mallhive/api-contract';
import type { Meta } from '@mallhive/trpc';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { type ApiFixture, startApi } from '../testing/api-fixture.ts';
import { sampleInput, type Values } from './sample-input.ts';
import { createWorld, type Principal, principals, type World } from './world.ts';

const secret = 'test secret of thirty-two characters or more';
const everybody: readonly Principal[] = ['nobody', ...principals];

interface Procedure {
  path: string;
  type: 'query' | 'mutation';
  meta: Meta;
  inputs: z.ZodType[];
}

/** Facades are not called to list the procedures. */
function listProcedures(): Procedure[] {
  const facade: object = new Proxy(() => undefined, { get: () => facade });
  const router = createAppRouter(facade as Parameters<typeof createAppRouter>[0]);
  return Object.entries(router._def.procedures).map(([path, procedure]) => {
    const { type, meta, inputs } = (procedure as unknown as { _def: Omit<Procedure, 'path'> })._def;
    return { path, type, meta, inputs };
  });
}
const procedures = listProcedures();

let api: ApiFixture;
let world: World;
beforeAll(async () => {
  api = await startApi({ SESSION_SECRET: secret, AUTH_LIMIT_FACTOR: '1000' });
  world = await createWorld(api, secret);
});
afterAll(() => api.close());

interface Answer {
  status: number;
  /** Null when the call was allowed and succeeded. */
  error: { code: string; reason: string; message: string } | null;
  data: unknown;
}
interface Reply {
  result?: { data: unknown };
  error?: { message: string; data: { code: string; reason: string; httpStatus: number } };
}

function answerOf(reply: Reply): Answer {
  if (!reply.error) return { status: 200, error: null, data: reply.result?.data };
  const { code, reason, httpStatus } = reply.error.data;
  return { status: httpStatus, error: { code, reason, message: reply.error.message }, data: null };
}

async function call(principal: Principal, { path, type }: Procedure, input: unknown): Promise<Answer> {
  const cookie = world.cookieOf(principal);
  const headers: Record<string, string> = cookie ? { cookie } : {};
  const response = await (type === 'query' ? api.query(path, input, headers) : api.mutate(path, input, headers));
  return answerOf((await response.json()) as Reply);
}

/** The call as the second of a batch whose first is harmless. */
async function callInBatch(principal: Principal, { path, type }: Procedure, input: unknown): Promise<Answer> {
  const cookie = world.cookieOf(principal);
  const harmless = type === 'query' ? 'catalog.categories' : 'identity.checkPassword';
  const inputs = { 0: type === 'query' ? undefined : { password: 'correct horse', email: '', name: '' }, 1: input };
  const headers: Record<string, string> = { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) };
  const url = `${api.url}/api/trpc/${harmless},${path}?batch=1`;
  const response =
    type === 'query'
      ? await fetch(`${url}&input=${encodeURIComponent(JSON.stringify(inputs))}`, { headers })
      : await fetch(url, { method: 'POST', headers, body: JSON.stringify(inputs) });
  const [, reply] = (await response.json()) as Reply[];
  if (!reply) throw new Error(`no second answer of ${path}`);
  return answerOf(reply);
}

/** What the declared policy says about a call that names the seller's organisation; null: the domain decides. */
function refusalByPolicy(principal: Principal, { meta }: Procedure): 'UNAUTHORIZED' | 'FORBIDDEN' | null {
  const { policy, sellerRoles } = meta;
  if (policy === 'public') return null;
  if (policy === 'service') return 'FORBIDDEN';
  if (principal === 'nobody') return 'UNAUTHORIZED';
  if (policy === 'shopper') return null;
  if (policy === 'administrator') return principal === 'administrator' ? null : 'FORBIDDEN';
  const roles: readonly Principal[] = sellerRoles ?? ['owner', 'manager', 'fulfilment'];
  return roles.includes(principal) ? null : 'FORBIDDEN';
}

/** What people of a suspended or rejected organisation may still do: put right what they said of it, ask again, leave. */
const openToClosed: readonly string[] = [
  'identity.updateOrganisation',
  'identity.reapplyToSell',
  'identity.leaveOrganisation',
];

/** Everybody may know that a published product exists, so a refusal may say more of it than of one that does not. */
const aboutPublishedProducts: readonly string[] = ['catalog.saveReview', 'cart.addWish', 'cart.waitForStock'];
const isPublicThing = ({ meta, path }: Procedure) => meta.policy === 'public' || aboutPublishedProducts.includes(path);

/** Principals who own nothing of what `theirs` names. */
const strangers: readonly Principal[] = ['nobody', 'other shopper', 'other seller', 'suspended seller'];

const input = (procedure: Procedure, values: Values) => sampleInput(procedure.path, procedure.inputs, values);

describe('every procedure', () => {
  test.each(procedures)('$path declares its policy, and its sellers where it is for sellers', ({ meta, inputs }) => {
    expect(['public', 'shopper', 'seller', 'administrator', 'service']).toContain(meta.policy);
    if (meta.policy !== 'seller') expect(meta.sellerRoles).toBeUndefined();
    if (meta.policy === 'seller') {
      const shape = Object.assign({}, ...inputs.map((schema) => (schema as { shape?: object }).shape ?? {}));
      expect(Object.keys(shape)).toContain('sellerId');
    }
    if (meta.cache) expect(meta.policy).toBe('public');
  });
});

describe.each(procedures)('$path', (procedure) => {
  // Only these can take sessions, passwords and memberships from those who call.
  if (procedure.type === 'mutation' && procedure.path.startsWith('identity.')) afterEach(() => world.restore());

  test('refuses strangers, alone and in a batch, without telling whether the thing exists', async () => {
    const before = await views();
    for (const principal of strangers) {
      const refusal = refusalByPolicy(principal, procedure);
      const alone = await call(principal, procedure, input(procedure, world.theirs));
      const batched = await callInBatch(principal, procedure, input(procedure, world.theirs));
      expect(alone.status, `${principal} alone`).toBeLessThan(500);
      expect(batched.error, `${principal} in a batch`).toEqual(alone.error);
      if (refusal) expect(alone.error?.code, principal).toBe(refusal);
      const absent = await call(principal, procedure, input(procedure, world.nothing));
      if (!isPublicThing(procedure)) expect(absent.error, `${principal}: of nothing`).toEqual(alone.error);
    }
    expect(await views()).toEqual(before);
  });

  test('refuses a seller who names their own organisation and the things of another', async () => {
    if (procedure.meta.policy !== 'seller') return expect(procedure.meta.sellerRoles).toBeUndefined();
    const before = await views();
    const own = { sellerId: world.otherSellerId };
    const theirs = await call('other seller', procedure, input(procedure, { ...world.theirs, ...own }));
    const nothing = await call('other seller', procedure, input(procedure, { ...world.nothing, ...own }));
    expect(theirs.status).toBeLessThan(500);
    // What succeeded was done to their own organisation: the views below show that nothing else was touched.
    if (theirs.error) expect(theirs.error).toEqual(nothing.error);
    if (procedure.type === 'mutation') {
      const suspended = { ...world.theirs, sellerId: world.suspendedSellerId };
      const closed = await call('suspended seller', procedure, input(procedure, suspended));
      if (procedure.meta.closedToo) expect(openToClosed).toContain(procedure.path);
      else expect(closed.error?.code).toBe('FORBIDDEN');
    }
    expect(await views()).toEqual(before);
  });

  test('opens to those whom its policy names and to nobody else', async () => {
    for (const principal of everybody) {
      const refusal = refusalByPolicy(principal, procedure);
      // Nothing that exists is named: these calls are allowed to change what is there.
      const { error, status } = await call(principal, procedure, input(procedure, world.nothing));
      expect(status, principal).toBeLessThan(500);
      if (refusal) expect(error?.code, principal).toBe(refusal);
      else if (procedure.meta.policy !== 'public' && procedure.meta.policy !== 'shopper') {
        expect(['UNAUTHORIZED', 'FORBIDDEN'], principal).not.toContain(error?.code);
      }
    }
  });
});

/** What the shopper and the seller see of their things: a stranger's call must not change it. */
async function views(): Promise<unknown> {
  const byPath = new Map(procedures.map((procedure) => [procedure.path, procedure]));
  const reads: [Principal, string][] = [
    ['shopper', 'identity.addresses'],
    ['shopper', 'identity.sessions'],
    ['shopper', 'orders.mine'],
    ['shopper', 'cart.get'],
    ['shopper', 'cart.wishlist'],
    ['owner', 'identity.team'],
    ['owner', 'identity.organisation'],
    ['owner', 'identity.apiKeys'],
    ['owner', 'catalog.sellerProducts'],
    ['owner', 'catalog.sellerProduct'],
    ['owner', 'orders.sellerOrders'],
    ['owner', 'cart.stock'],
  ];
  return Promise.all(
    reads.map(async ([principal, path]) => {
      const procedure = byPath.get(path);
      if (!procedure) throw new Error(`${path} is gone`);
      const { error, data } = await call(principal, procedure, input(procedure, world.theirs));
      if (error) throw new Error(`${path}: ${JSON.stringify(error)}`);
      return data;
    }),
  );
}
