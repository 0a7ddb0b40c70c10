import { NonRetriableError, RetryAfterError } from 'inngest';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Harness, startHarness, until } from './testing/harness.ts';

let harness: Harness;
const ran: string[] = [];
const times: Record<string, number[]> = {};
const note = (name: string): number => {
  ran.push(name);
  times[name] = [...(times[name] ?? []), Date.now()];
  return times[name].length;
};

beforeAll(async () => {
  harness = await startHarness((inngest) => [
    inngest.createFunction({ id: 'linear', triggers: { event: 'linear' } }, async ({ event, step }) => {
      const first = await step.run('first', () => note('first') && { amount: event.data.amount });
      const second = await step.run('second', () => note('second') && first.amount * 2);
      return { second, id: event.id };
    }),
    inngest.createFunction({ id: 'plain', triggers: { event: 'plain' } }, () => 'done'),
    inngest.createFunction({ id: 'parallel', triggers: { event: 'parallel' } }, async ({ step }) => {
      const results = await Promise.all(
        [1, 2, 3, 4].map((number) => step.run(`part-${number}`, () => note(`part-${number}`) && number * 10)),
      );
      const sum = await step.run('sum', () => results.reduce((total, each) => total + each, 0));
      return sum;
    }),
    inngest.createFunction({ id: 'flaky', retries: 3, triggers: { event: 'flaky' } }, async ({ step, attempt }) => {
      await step.run('before', () => note('before'));
      const attempts = await step.run('flaky', () => {
        if (note('flaky') < 3) throw new Error('not yet');
        return times.flaky?.length;
      });
      return { attempts, attempt };
    }),
    inngest.createFunction({ id: 'hopeless', retries: 2, triggers: { event: 'hopeless' } }, async ({ step }) => {
      try {
        await step.run('hopeless', () => {
          note('hopeless');
          throw new TypeError('never');
        });
      } catch (error) {
        return step.run('instead', () => `instead of ${(error as Error).message}`);
      }
    }),
    inngest.createFunction({ id: 'fatal', retries: 5, triggers: { event: 'fatal' } }, async ({ step }) => {
      await step.run('fatal', () => {
        note('fatal');
        throw new NonRetriableError('no use');
      });
    }),
    inngest.createFunction({ id: 'body-throws', retries: 1, triggers: { event: 'body-throws' } }, async ({ step }) => {
      await step.run('once', () => note('once'));
      note('body');
      throw new Error('the body failed');
    }),
    inngest.createFunction({ id: 'later', retries: 1, triggers: { event: 'later' } }, async ({ step }) => {
      await step.run('later', () => {
        if (note('later') === 1) throw new RetryAfterError('busy', 1_000);
      });
    }),
    inngest.createFunction({ id: 'sleeper', triggers: { event: 'sleeper' } }, async ({ step }) => {
      await step.run('lie-down', () => note('lie-down'));
      await step.sleep('nap', '1s');
      await step.sleepUntil('past', new Date(Date.now() - 1_000));
      return step.run('get-up', () => note('get-up') && 'rested');
    }),
    inngest.createFunction({ id: 'waiter', triggers: { event: 'waiter' } }, async ({ step }) => {
      const paid = await step.waitForEvent('paid', { event: 'paid', timeout: '1h', match: 'data.order' });
      return paid?.data.amount;
    }),
    inngest.createFunction({ id: 'picky', triggers: { event: 'picky' } }, async ({ step }) => {
      const big = await step.waitForEvent('big', {
        event: 'amount',
        timeout: '1h',
        if: 'async.data.amount > 10 && async.data.kind == event.data.kind',
      });
      return big?.data.amount;
    }),
    inngest.createFunction({ id: 'impatient', triggers: { event: 'impatient' } }, async ({ step }) => {
      const nothing = await step.waitForEvent('nothing', { event: 'never', timeout: '1s' });
      return { nothing };
    }),
    inngest.createFunction({ id: 'racer', triggers: { event: 'racer' } }, async ({ step, group }) => {
      const winner = await group.parallel({ mode: 'race' }, () =>
        Promise.race([step.sleep('slow', '1s').then(() => 'slow'), step.run('fast', () => note('fast') && 'fast')]),
      );
      return step.run('after', () => note('after') && `${winner} won`);
    }),
    inngest.createFunction({ id: 'chains', triggers: { event: 'chains' } }, async ({ step }) =>
      Promise.all(
        ['a', 'b'].map(async (name) => {
          const one = await step.run(`${name}-1`, () => note(`${name}-1`) && name);
          return step.run(`${name}-2`, () => note(`${name}-2`) && `${one}${one}`);
        }),
      ),
    ),
    inngest.createFunction({ id: 'loop', triggers: { event: 'loop' } }, async ({ step }) => {
      let total = 0;
      for (let index = 0; index < 3; index += 1) total += await step.run('again', () => index);
      return total;
    }),
    inngest.createFunction({ id: 'large', triggers: { event: 'large' } }, async ({ event, step }) => {
      const copy = await step.run('copy', () => 'y'.repeat(600_000));
      await step.sleep('pause', '1s');
      return step.run('measure', () => event.data.text.length + copy.length);
    }),
    inngest.createFunction({ id: 'signalled', triggers: { event: 'signalled' } }, async ({ step }) => {
      return step.waitForSignal('go', { signal: 'go-1', timeout: '1h', onConflict: 'fail' });
    }),
    inngest.createFunction({ id: 'sender', triggers: { event: 'sender' } }, async ({ step }) => {
      await step.sendEvent('tell', { id: 'sent-once', name: 'plain', data: {} });
      await step.sendSignal('signal', { signal: 'go-1', data: { go: true } });
    }),
  ]);
});
afterAll(() => harness.close());
beforeEach(() => {
  ran.length = 0;
});

test('runs steps in order, each once, and keeps the output', async () => {
  await harness.client.send({ id: 'linear-1', name: 'linear', data: { amount: 21 } });
  const [run] = await harness.runsOf('test-linear');
  expect(run).toMatchObject({ status: 'Completed', output: { second: 42, id: 'linear-1' } });
  expect(ran).toEqual(['first', 'second']);
  const steps = await harness.rows(
    'SELECT name, status, output FROM inngest_local.steps WHERE run_id = $1 ORDER BY seq',
    [run?.id],
  );
  expect(steps).toEqual([
    { name: 'first', status: 'Completed', output: { amount: 21 } },
    { name: 'second', status: 'Completed', output: 42 },
  ]);
});

test('runs a function without steps', async () => {
  await harness.client.send({ name: 'plain', data: {} });
  expect(await harness.runsOf('test-plain')).toMatchObject([{ status: 'Completed', output: 'done' }]);
});

test('runs parallel steps each once and joins them', async () => {
  await harness.client.send({ name: 'parallel', data: {} });
  expect(await harness.runsOf('test-parallel')).toMatchObject([{ status: 'Completed', output: 100 }]);
  expect(ran.toSorted()).toEqual(['part-1', 'part-2', 'part-3', 'part-4']);
  const planned = harness.calls.filter(({ fnId, stepId }) => fnId === 'test-parallel' && stepId !== 'step');
  expect(planned).toHaveLength(4);
});

test('joins parallel chains', async () => {
  await harness.client.send({ name: 'chains', data: {} });
  expect(await harness.runsOf('test-chains')).toMatchObject([{ status: 'Completed', output: ['aa', 'bb'] }]);
  expect(ran.toSorted()).toEqual(['a-1', 'a-2', 'b-1', 'b-2']);
});

test('a race goes on with the winner', async () => {
  await harness.client.send({ name: 'racer', data: {} });
  expect(await harness.runsOf('test-racer')).toMatchObject([{ status: 'Completed', output: 'fast won' }]);
  expect(ran).toEqual(['fast', 'after']);
  // The SDK ends such a run with its last open step, but does not wait for it before it goes on.
  expect((times.after?.[0] ?? 0) - (times.fast?.[0] ?? 0)).toBeLessThan(500);
});

test('repeats only the step that failed, and counts attempts', async () => {
  await harness.client.send({ name: 'flaky', data: {} });
  expect(await harness.runsOf('test-flaky')).toMatchObject([
    { status: 'Completed', output: { attempts: 3, attempt: 0 } },
  ]);
  expect(ran).toEqual(['before', 'flaky', 'flaky', 'flaky']);
  const [step] = await harness.rows<{ history: Array<{ attempt: number }> }>(
    `SELECT history FROM inngest_local.steps WHERE name = 'flaky'`,
  );
  expect(step?.history.map(({ attempt }) => attempt)).toEqual([0, 1, 2]);
});

test('hands a step error to the function once the attempts are used up', async () => {
  await harness.client.send({ name: 'hopeless', data: {} });
  expect(await harness.runsOf('test-hopeless')).toMatchObject([{ status: 'Completed', output: 'instead of never' }]);
  expect(ran).toEqual(['hopeless', 'hopeless', 'hopeless']);
});

test('does not repeat what cannot be repeated', async () => {
  await harness.client.send({ name: 'fatal', data: {} });
  expect(await harness.runsOf('test-fatal')).toMatchObject([{ status: 'Failed', error: { message: 'no use' } }]);
  expect(ran).toEqual(['fatal']);
});

test('repeats a body that throws without repeating its steps', async () => {
  await harness.client.send({ name: 'body-throws', data: {} });
  const [run] = await harness.runsOf('test-body-throws');
  expect(run).toMatchObject({ status: 'Failed', error: { name: 'Error', message: 'the body failed' } });
  expect(ran).toEqual(['once', 'body', 'body']);
});

test('waits as long as a RetryAfterError asks', async () => {
  await harness.client.send({ name: 'later', data: {} });
  expect(await harness.runsOf('test-later')).toMatchObject([{ status: 'Completed' }]);
  const [first = 0, second = 0] = times.later ?? [];
  expect(second - first).toBeGreaterThanOrEqual(900);
});

test('sleeps, and does not wait for a moment that has passed', async () => {
  await harness.client.send({ name: 'sleeper', data: {} });
  expect(await harness.runsOf('test-sleeper')).toMatchObject([{ status: 'Completed', output: 'rested' }]);
  const slept = (times['get-up']?.[0] ?? 0) - (times['lie-down']?.[0] ?? 0);
  expect(slept).toBeGreaterThanOrEqual(990);
  expect(slept).toBeLessThan(2_000);
  expect(ran).toEqual(['lie-down', 'get-up']);
});

test('waits for the event that matches', async () => {
  await harness.client.send([
    { name: 'waiter', data: { order: 'A' } },
    { name: 'waiter', data: { order: 'B' } },
  ]);
  await until(
    async () => (await harness.rows(`SELECT FROM inngest_local.pauses WHERE event_name = 'paid'`)).length === 2,
    'waits',
  );
  await harness.client.send([
    { name: 'paid', data: { amount: 1 } },
    { name: 'paid', data: { order: 'B', amount: 2 } },
    { name: 'paid', data: { order: 'A', amount: 3 } },
  ]);
  const runs = await harness.runsOf('test-waiter', 2);
  expect(runs.map(({ output }) => output).toSorted()).toEqual([2, 3]);
});

test('waits for the event that fulfils an expression', async () => {
  await harness.client.send({ name: 'picky', data: { kind: 'x' } });
  await until(
    async () => (await harness.rows(`SELECT FROM inngest_local.pauses WHERE event_name = 'amount'`)).length === 1,
    'wait',
  );
  await harness.client.send([
    { name: 'amount', data: { amount: 20, kind: 'y' } },
    { name: 'amount', data: { amount: 5, kind: 'x' } },
    { name: 'amount', data: { amount: 11.5, kind: 'x' } },
  ]);
  expect(await harness.runsOf('test-picky')).toMatchObject([{ output: 11.5 }]);
});

test('stops waiting at the timeout', async () => {
  await harness.client.send({ name: 'impatient', data: {} });
  expect(await harness.runsOf('test-impatient')).toMatchObject([{ status: 'Completed', output: { nothing: null } }]);
});

test('tells steps of one name apart', async () => {
  await harness.client.send({ name: 'loop', data: {} });
  expect(await harness.runsOf('test-loop')).toMatchObject([{ status: 'Completed', output: 3 }]);
});

test('hands over state that is too long for a call', async () => {
  await harness.client.send({ name: 'large', data: { text: 'x'.repeat(300_000) } });
  expect(await harness.runsOf('test-large')).toMatchObject([{ status: 'Completed', output: 900_000 }]);
});

test('sends events once and wakes who waits for a signal', async () => {
  await harness.client.send({ name: 'signalled', data: {} });
  await until(
    async () => (await harness.rows(`SELECT FROM inngest_local.pauses WHERE event_name = 'signal:go-1'`)).length === 1,
    'wait',
  );
  await harness.client.send({ name: 'sender', data: {} });
  expect(await harness.runsOf('test-sender')).toMatchObject([{ status: 'Completed' }]);
  expect(await harness.runsOf('test-signalled')).toMatchObject([
    { status: 'Completed', output: { signal: 'go-1', data: { go: true } } },
  ]);
  expect(await harness.rows(`SELECT FROM inngest_local.events WHERE id = 'sent-once'`)).toHaveLength(1);
});
