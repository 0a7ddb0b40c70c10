export interface Progress {
  /** `done` of `total` of the current stage. */
  update(done: number, total: number): void;
  stage(name: string, unit: string): void;
  end(): void;
}

const bar = (share: number): string => {
  const filled = Math.round(share * 24);
  return `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`;
};

/** A bar with rate and remaining time on a terminal, a line now and then in a log. */
export function createProgress(out: { write(text: string): unknown; isTTY?: boolean }): Progress {
  let name = '';
  let unit = '';
  let from = 0;
  let shownAt = 0;
  let latest = '';
  const finish = (): void => {
    if (!latest) return;
    out.write(out.isTTY ? `\r${latest}\u001b[K\n` : `${latest}\n`);
    latest = '';
  };
  return {
    stage: (next, nextUnit) => {
      finish();
      name = next;
      unit = nextUnit;
      from = performance.now();
      shownAt = 0;
    },
    update: (done, total) => {
      const seconds = (performance.now() - from) / 1000;
      const share = total > 0 ? Math.min(1, done / total) : 0;
      const rate = seconds > 0.05 ? Math.round(done / seconds) : 0;
      const left = share > 0 ? (seconds / share) * (1 - share) : 0;
      const shown = unit === 'bytes' ? `${(done / 1e6).toFixed(1)} MB` : `${done.toLocaleString('en-GB')} ${unit}`;
      const speed = unit === 'bytes' ? `${(rate / 1e6).toFixed(1)} MB/s` : `${rate.toLocaleString('en-GB')}/s`;
      latest = `${name.padEnd(22)} ${bar(share)} ${String(Math.round(share * 100)).padStart(3)} %  ${shown}  ${speed}  ${share < 1 ? `${Math.ceil(left)} s left` : `${seconds.toFixed(1)} s`}`;
      const now = performance.now();
      if (out.isTTY ? now - shownAt < 100 && share < 1 : now - shownAt < 5_000) return;
      shownAt = now;
      if (out.isTTY) out.write(`\r${latest}\u001b[K`);
      else if (share < 1) out.write(`${latest}\n`);
    },
    end: finish,
  };
}
