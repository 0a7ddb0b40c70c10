import { asProblem } from './problem.mjs';

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

/** Seconds with one decimal since `from` (performance.now()). */
export const elapsed = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

export const say = {
  line: (text = '') => console.log(text),
  title: (text) => console.log(`\n${paint('1', text)}`),
  done: (text, took) => console.log(`  ${paint('32', '✓')} ${text}${took ? paint('2', `  ${took}`) : ''}`),
  note: (text) => console.log(`  ${paint('33', '!')} ${text}`),
  dim: (text) => console.log(paint('2', text)),
  strong: (text) => paint('1', text),
  faint: (text) => paint('2', text),
  problem(thrown) {
    const error = asProblem(thrown);
    const remedy = error?.remedy;
    const text = remedy ? error.message : (error?.stack ?? String(error));
    console.error(`\n${paint('31', '✗')} ${text}`);
    if (remedy) console.error(`  ${paint('1', 'What to do:')} ${remedy}\n`);
  },
};

/**
 * Runs `work`, showing its name and a clock while it runs; a line every 15 s where no terminal can be redrawn.
 * @template T
 * @param {string} name
 * @param {(update: (detail: string) => void) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const from = performance.now();
  let detail = '';
  const live = process.stdout.isTTY === true;
  const draw = () => {
    const text = `${name} … ${elapsed(from)}${detail ? `  ${detail}` : ''}`;
    if (live)
      process.stdout.write(`\r\u001b[K  ${paint('36', '▸')} ${text.slice(0, (process.stdout.columns ?? 100) - 6)}`);
    else console.log(`  ▸ ${text}`);
  };
  draw();
  const timer = setInterval(draw, live ? 200 : 15_000);
  try {
    const value = await work((text) => {
      detail = text;
    });
    clearInterval(timer);
    if (live) process.stdout.write('\r\u001b[K');
    say.done(name, elapsed(from));
    return value;
  } catch (error) {
    clearInterval(timer);
    if (live) process.stdout.write('\r\u001b[K');
    throw error;
  }
}
