import type { Steps } from './step.ts';

/** So much of a batch is worked on at once. */
const width = 4;

/**
 * Works on every thing of a batch in one step. What fails there is tried again in a step of its own, so that one thing
 * that cannot be done holds up nothing of the others; these come first in the answer. Throws only for a thing that failed
 * for good, after all others are done and remembered.
 */
export async function settleEach<Thing, Value>(
  step: Pick<Steps, 'run'>,
  name: string,
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  work: (thing: Thing) => Promise<Value>,
): Promise<[key: string, value: Value][]> {
  const own = new Map(things.map((thing) => [keyOf(thing), thing]));
  const settled = (await step.run(name, () => tryAll([...own], work))) as [string, Value][];
  const done = new Map(settled);
  const answer = [...settled];
  for (const [key, thing] of own) {
    if (!done.has(key)) answer.push([key, (await step.run(`${name}-${key}`, () => work(thing))) as Value]);
  }
  return answer;
}

/**
 * Works on all things of a batch in one go; when that fails, on each as `settleEach` does, so that one thing that cannot
 * be done holds up nothing of the others. Both ways must be harmless to repeat.
 */
export async function settleTogether<Thing, Value>(
  step: Pick<Steps, 'run'>,
  name: string,
  things: readonly Thing[],
  keyOf: (thing: Thing) => string,
  work: (things: readonly Thing[]) => Promise<readonly Value[]>,
): Promise<[key: string, value: Value][]> {
  const own = [...new Map(things.map((thing) => [keyOf(thing), thing]))];
  const together = async (): Promise<readonly Value[] | null> => {
    if (own.length < 2) return null;
    return work(own.map(([, thing]) => thing)).catch(() => null);
  };
  const values = (await step.run(`${name}-together`, together)) as readonly Value[] | null;
  if (values) return own.map(([key], place) => [key, values[place] as Value]);
  const alone = async (thing: Thing): Promise<Value> => {
    const [value] = await work([thing]);
    return value as Value;
  };
  return settleEach(step, name, things, keyOf, alone);
}

/** What could be done, with its key. A batch of one throws, so that it is not tried twice in one go. */
async function tryAll<Thing, Value>(
  things: readonly (readonly [string, Thing])[],
  work: (thing: Thing) => Promise<Value>,
): Promise<[string, Value][]> {
  const done: [string, Value][] = [];
  let next = 0;
  const worker = async () => {
    for (let own = things[next++]; own; own = things[next++]) {
      const [key, thing] = own;
      try {
        done.push([key, await work(thing)]);
      } catch (error) {
        if (things.length === 1) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, things.length) }, worker));
  return done;
}
