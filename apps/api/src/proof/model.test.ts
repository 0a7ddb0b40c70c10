import { operations } from '@mallhive/testing/model';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { openGame, openStaff, type Staff } from './game.ts';
import { compare, play, settle } from './play.ts';
import { openProofShop, type ProofShop } from './proof-shop.ts';

/**
 * Random sequences of shoppers, sellers, the provider, lost results and time, over HTTP, against a model that shares no code
 * with the shop. A failure prints its seed and path: `npm run prove -- model --seed=… --path=…` plays it again.
 */
const { PROVE_RUNS, PROVE_SEED, PROVE_PATH, PROVE_LENGTH } = z
  .object({
    PROVE_RUNS: z.coerce.number().int().positive().default(12),
    PROVE_SEED: z.coerce
      .number()
      .int()
      .default(() => Date.now() % 2_147_483_647),
    PROVE_PATH: z.string().optional(),
    PROVE_LENGTH: z.coerce.number().int().min(5).default(20),
  })
  .parse(process.env);

let shop: ProofShop;
let staff: Staff;
let failed = false;

async function open(): Promise<void> {
  shop = await openProofShop();
  staff = await openStaff(shop);
}
beforeAll(open);
afterAll(() => shop.close());

it(`${PROVE_RUNS} random sequences keep every promise (seed ${PROVE_SEED})`, async () => {
  const property = fc.asyncProperty(operations(PROVE_LENGTH), fc.nat(), async (sequence, seed) => {
    // What a game that failed left behind would be the failure of all that follow.
    if (failed) {
      await shop.close();
      await open();
    }
    failed = true;
    const game = await openGame(shop, staff, seed);
    for (const operation of sequence) {
      await play(game, operation);
      await compare(game, false);
    }
    await settle(game);
    await compare(game, true);
    failed = false;
  });
  await expect(
    fc.assert(property, {
      numRuns: PROVE_RUNS,
      seed: PROVE_SEED,
      ...(PROVE_PATH ? { path: PROVE_PATH } : {}),
      interruptAfterTimeLimit: PROVE_RUNS > 100 ? undefined : 50_000,
      markInterruptAsFailure: false,
    }),
  ).resolves.toBeUndefined();
}, 3_600_000);
