import type { Clock } from '@mallhive/kernel';
import type { InngestFunction } from 'inngest';

/** Thrown where a process would have died: what the step did is done, that it did is forgotten. */
class Crash extends Error {}
/** A run that waits for a time or an event. */
class Parked extends Error {}

interface Event {
  id: string;
  name: string;
  data: Record<string, unknown>;
  ts: number;
}
interface Run {
  of: InngestFunction.Any;
  event: Event;
  done: Map<string, unknown>;
  /** When each sleep or wait of the run began, by step. */
  begun: Map<string, number>;
  attempts: number;
}

export interface ExecutorOptions {
  functions: readonly InngestFunction.Any[];
  /** Takes the events that no one has taken, from every outbox. */
  take: () => Promise<Event[]>;
  clock: Clock;
  random: () => number;
}

type Trigger = { event?: string | { event?: string; name?: string }; cron?: string };
const eventOf = ({ event }: Trigger) => (typeof event === 'object' ? (event.event ?? event.name) : event);
const milliseconds = (text: string | number) => {
  if (typeof text === 'number') return text;
  const [, amount = '0', unit = 's'] = /^(\d+)\s*([smhd])/.exec(text) ?? [];
  return Number(amount) * ({ s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit] ?? 1_000);
};
/** `async.data.orderId == event.data.orderId` */
function matches(expression: string | undefined, mine: Event, other: Event): boolean {
  if (!expression) return true;
  const [, left = '', right = ''] = /^async\.data\.(\w+) == event\.data\.(\w+)$/.exec(expression) ?? [];
  if (!left) throw new Error(`Not understood: ${expression}`);
  return other.data[left] === mine.data[right];
}

/**
 * Runs the real functions one after the other in an order that a seed decides, in the test's own time. Steps are remembered
 * as Inngest remembers them: a step whose result was lost in a crash runs again, and no other does.
 */
export function createExecutor({ functions, take, clock, random }: ExecutorOptions) {
  let runs: Run[] = [];
  const history: { event: Event; at: number }[] = [];
  let crashesLeft = 0;

  function toolsFor(run: Run) {
    const remembered = async (id: string, work: () => Promise<unknown> | unknown): Promise<unknown> => {
      if (run.done.has(id)) return run.done.get(id);
      if (crashesLeft > 0 && random() < 0.15) {
        crashesLeft -= 1;
        throw new Crash(`before ${id}`);
      }
      const result = await work();
      if (crashesLeft > 0 && random() < 0.3) {
        crashesLeft -= 1;
        throw new Crash(`after ${id}`);
      }
      run.done.set(id, result === undefined ? null : JSON.parse(JSON.stringify(result)));
      return run.done.get(id);
    };
    const since = (id: string) => {
      const begun = run.begun.get(id) ?? clock.now().getTime();
      run.begun.set(id, begun);
      return begun;
    };
    const until = (id: string, time: number) => {
      if (clock.now().getTime() < time) throw new Parked(id);
    };
    return {
      run: (id: string, work: (...values: unknown[]) => unknown, ...values: unknown[]) =>
        remembered(id, () => work(...values)),
      sleep: async (id: string, length: string | number) => until(id, since(id) + milliseconds(length)),
      sleepUntil: async (id: string, time: Date | string) => until(id, new Date(time).getTime()),
      waitForEvent: async (id: string, wait: { event: string; timeout: string; if?: string }) => {
        if (run.done.has(id)) return run.done.get(id);
        const begun = since(id);
        const found = history.find(
          ({ event, at }) => event.name === wait.event && at >= begun && matches(wait.if, run.event, event),
        );
        if (!found) until(id, begun + milliseconds(wait.timeout));
        run.done.set(id, found?.event ?? null);
        return run.done.get(id);
      },
      sendEvent: (id: string, sent: unknown) =>
        remembered(id, () => {
          for (const event of [sent].flat() as Event[]) begin({ ...event, id: event.id ?? `${run.event.id}:${id}` });
          return null;
        }),
    };
  }

  function begin(event: Event): void {
    history.push({ event, at: clock.now().getTime() });
    const triggered = functions.filter((of) => (of.opts.triggers as Trigger[]).some((t) => eventOf(t) === event.name));
    for (const of of triggered) runs.push({ of, event, done: new Map(), begun: new Map(), attempts: 0 });
  }

  /** True when it is over; false when it waits or has to be tried again. */
  async function attempt(run: Run): Promise<boolean> {
    // The handler is private to the SDK; calling it is what its own execution does.
    const { fn } = run.of as unknown as { fn: (context: unknown) => Promise<unknown> };
    try {
      const step = toolsFor(run);
      await fn({ event: run.event, events: [run.event], step, runId: run.event.id, attempt: run.attempts });
      return true;
    } catch (error) {
      if (error instanceof Parked) return false;
      if (!(error instanceof Crash)) {
        run.attempts += 1;
        if (run.attempts > 10) throw new Error(`${run.of.opts.id} fails for good`, { cause: error });
      }
      return false;
    }
  }

  async function untilQuiet(): Promise<void> {
    for (let rounds = 0; rounds < 200; rounds += 1) {
      const events = await take();
      for (const event of events) begin(event);
      const waiting = runs.map((run) => ({ run, key: random() })).sort((left, right) => left.key - right.key);
      runs = [];
      let moved = events.length > 0;
      for (const { run } of waiting) {
        const before = run.done.size + run.attempts;
        const over = await attempt(run);
        if (!over) runs.push(run);
        moved ||= over || run.done.size + run.attempts > before;
      }
      if (!moved) return;
    }
    throw new Error('Work never comes to an end');
  }

  return {
    /** Hands on events and runs functions until nothing can be done now; loses the results of up to so many steps. */
    async work(crashes = 0): Promise<void> {
      crashesLeft = crashes;
      await untilQuiet();
    },
    /** What the clock would start. */
    async tick(id: string): Promise<void> {
      const of = functions.find((candidate) => candidate.opts.id === id);
      if (!of) throw new Error(`There is no function ${id}`);
      const now = clock.now().getTime();
      runs.push({
        of,
        event: { id: `${id}:${now}`, name: 'inngest/scheduled.timer', data: {}, ts: now },
        done: new Map(),
        begun: new Map(),
        attempts: 0,
      });
      await untilQuiet();
    },
  };
}
export type Executor = ReturnType<typeof createExecutor>;
