import { AppError, type AppErrorCode, appErrorCodes, newId } from '@mallhive/kernel';
import { silentLogger } from '@mallhive/observability';
import { getErrorShape, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  administratorProcedure,
  type Context,
  createCallerFactory,
  publicProcedure,
  router,
  sellerProcedure,
  shopperProcedure,
  trpcCodes,
} from './index.ts';

const sellerId = newId();
const ok = () => 'ok';
const app = router({
  fails: publicProcedure.input(z.string()).query(({ input }) => {
    if (input === 'bug') throw new Error('secret detail');
    throw new AppError(input as AppErrorCode, 'some_reason', 'Shown', { message: 'hidden', details: { left: 2 } });
  }),
  open: publicProcedure.query(ok),
  shopper: shopperProcedure.query(ok),
  seller: sellerProcedure.input(z.object({ sellerId: z.uuid() })).query(ok),
  administrator: administratorProcedure.query(ok),
});

const context = (user: Context['user']): Context => ({
  requestId: 'r-1',
  logger: silentLogger,
  user,
  sessionId: null,
  cartToken: null,
  setCartToken: () => undefined,
  ip: '127.0.0.1',
  userAgent: '',
});
const person = (roles: ('shopper' | 'seller' | 'administrator')[], member = false): Context['user'] => ({
  id: newId(),
  email: 'a@example.com',
  name: 'A',
  emailVerified: true,
  roles,
  memberships: member ? [{ sellerId, slug: 's', name: 'S', role: 'owner', status: 'approved' }] : [],
});
const caller = (user: Context['user']) => createCallerFactory(app)(context(user));
const failure = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCError)) throw new Error('Expected a TRPCError');
  return error;
};
const shape = (error: TRPCError) =>
  getErrorShape({ config: app._def._config, error, type: 'query', path: 'fails', input: null, ctx: context(null) });

test.each(appErrorCodes)('%s crosses the edge with reason and details, without its internal message', async (code) => {
  const error = await failure(caller(null).fails(code));
  expect(error.code).toBe(trpcCodes[code]);
  expect(shape(error)).toMatchObject({
    message: 'Shown',
    data: { code: trpcCodes[code], reason: 'some_reason', details: { left: 2 }, requestId: 'r-1' },
  });
  expect(JSON.stringify(shape(error))).not.toContain('hidden');
});

test('a bug says nothing but that it happened', async () => {
  const error = await failure(caller(null).fails('bug'));
  expect(getHTTPStatusCodeFromError(error)).toBe(500);
  expect(JSON.stringify(shape(error))).not.toMatch(/secret detail|stack/);
});

test('input that does not fit names the fields', async () => {
  const error = await failure(caller(person(['shopper', 'seller'], true)).seller({ sellerId: 7 as unknown as string }));
  expect(error.code).toBe('BAD_REQUEST');
  const wrong = await failure(caller(null).fails(7 as unknown as string));
  expect(shape(wrong).data).toMatchObject({ httpStatus: 400, reason: 'invalid_input', details: { issues: [{}] } });
});

test('each procedure base lets in whom its policy names', async () => {
  const people = {
    nobody: null,
    shopper: person(['shopper']),
    seller: person(['shopper', 'seller'], true),
    administrator: person(['shopper', 'administrator']),
  };
  const table = Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(async ([name, user]) => {
        const call = caller(user);
        const answers = [call.open(), call.shopper(), call.seller({ sellerId }), call.administrator()];
        const outcome = (work: Promise<string>) => work.catch((error: TRPCError) => error.code);
        return [name, await Promise.all(answers.map(outcome))] as const;
      }),
    ),
  );
  expect(table).toEqual({
    nobody: ['ok', 'UNAUTHORIZED', 'UNAUTHORIZED', 'UNAUTHORIZED'],
    shopper: ['ok', 'ok', 'FORBIDDEN', 'FORBIDDEN'],
    seller: ['ok', 'ok', 'ok', 'FORBIDDEN'],
    administrator: ['ok', 'ok', 'FORBIDDEN', 'ok'],
  });
});

test("another seller's id is forbidden", async () => {
  const error = await failure(caller(person(['shopper', 'seller'], true)).seller({ sellerId: newId() }));
  expect(error.code).toBe('FORBIDDEN');
});
