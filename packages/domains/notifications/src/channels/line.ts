import type { Clock } from '@mallhive/kernel';

/** After so many failures in a row a provider is passed over … */
const patience = 3;
/** … for this long, unless nobody else is left. */
const restMs = 30_000;

/** The providers of a channel, the preferred one first; who fails again and again stands behind for a while. */
export function createLine<Provider extends { readonly name: string }>(providers: readonly Provider[], clock: Clock) {
  const failures = new Map<string, { count: number; at: number }>();
  const rests = ({ name }: Provider) => {
    const failed = failures.get(name);
    return failed !== undefined && failed.count >= patience && clock.now().getTime() - failed.at < restMs;
  };
  const inOrder = (): Provider[] => {
    const resting = providers.filter(rests);
    return [...providers.filter((one) => !resting.includes(one)), ...resting];
  };
  return {
    /** Whom to ask, in this order. */
    inOrder,
    /** The same, with one put first. */
    startingWith: (name: string | null): Provider[] => {
      const first = providers.find((one) => one.name === name);
      return first ? [first, ...inOrder().filter((one) => one !== first)] : inOrder();
    },
    byName: (name: string | null): Provider | undefined => providers.find((one) => one.name === name),
    failed: ({ name }: Provider): void => {
      failures.set(name, { count: (failures.get(name)?.count ?? 0) + 1, at: clock.now().getTime() });
    },
    worked: ({ name }: Provider): void => {
      failures.delete(name);
    },
  };
}
export type Line<Provider extends { readonly name: string }> = ReturnType<typeof createLine<Provider>>;
