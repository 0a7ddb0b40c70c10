/** Events of one address in a minute: a large office behind one address, but no script that runs loose. */
const most = 6_000;
const windowMs = 60_000;
const mostAddresses = 100_000;

/** Answers the seconds to wait; 0: go on. Kept in this process alone, so that counting costs no call. */
export function createEventLimit(now: () => number): (address: string, events: number) => number {
  let counts = new Map<string, number>();
  let until = 0;
  return (address, events) => {
    const time = now();
    if (time >= until || counts.size >= mostAddresses) {
      counts = new Map();
      until = time + windowMs;
    }
    const count = (counts.get(address) ?? 0) + events;
    if (count > most) return Math.ceil((until - time) / 1_000);
    counts.set(address, count);
    return 0;
  };
}
