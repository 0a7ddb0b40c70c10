import { expect, it } from 'vitest';
import { settleEach } from './settle-each.ts';

/** Remembers what each step answered, as Inngest does from one attempt of a run to the next. */
function createRun() {
  const remembered = new Map<string, unknown>();
  return {
    steps: () => [...remembered.keys()],
    run: async (id: string, work: () => Promise<unknown>) => {
      if (!remembered.has(id)) remembered.set(id, await work());
      return remembered.get(id);
    },
  };
}
const key = (thing: string) => thing;

it('all of a batch are done in one step', async () => {
  const run = createRun();
  const answer = await settleEach(run, 'work', ['a', 'b', 'c', 'd', 'e', 'f'], key, async (thing) => `${thing}!`);
  expect(new Map(answer)).toEqual(new Map(['a', 'b', 'c', 'd', 'e', 'f'].map((thing) => [thing, `${thing}!`])));
  expect(run.steps()).toEqual(['work']);
});

it('one that fails holds up no other, is tried again alone, and fails the run only after the others are remembered', async () => {
  const run = createRun();
  const calls: string[] = [];
  let broken = true;
  const attempt = () =>
    settleEach(run, 'work', ['a', 'bad', 'c'], key, async (thing) => {
      calls.push(thing);
      if (thing === 'bad' && broken) throw new Error('not now');
      return thing;
    });
  await expect(attempt()).rejects.toThrow('not now');
  expect(run.steps()).toEqual(['work']);
  broken = false;
  expect(new Map(await attempt())).toEqual(
    new Map([
      ['a', 'a'],
      ['c', 'c'],
      ['bad', 'bad'],
    ]),
  );
  expect(calls.filter((thing) => thing !== 'bad')).toEqual(['a', 'c']);
  expect(run.steps()).toEqual(['work', 'work-bad']);
});

it('a single thing that fails is not tried twice in one attempt', async () => {
  let calls = 0;
  const fails = settleEach(createRun(), 'work', ['a'], key, async () => {
    calls += 1;
    throw new Error('no');
  });
  await expect(fails).rejects.toThrow('no');
  expect(calls).toBe(1);
});
