import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { Problem } from '../../bootstrap/problem.mjs';
import { say } from '../../bootstrap/say.mjs';
import { buildAll, generate } from '../prepare-workspace.ts';
import { type Check, passedAndFailed, playwright, runCheck, vitest } from '../test/checks.ts';
import { requireChromium } from '../test/chromium.ts';
import { requireTestServers } from '../test/servers.ts';

const groups = ['static', 'unit', 'browser'] as const;
type Group = (typeof groups)[number];

function chosenGroups(args: string[]): readonly Group[] {
  const only = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length);
  const unknown = args.find((arg) => !arg.startsWith('--only='));
  const chosen = only ? only.split(',') : groups;
  if (unknown || chosen.some((name) => !groups.includes(name as Group)))
    throw new Problem(
      `npm test does not know "${unknown ?? only}".`,
      `Use npm test, or npm test -- --only=${groups.join(',')}`,
    );
  return chosen as Group[];
}

/** One after the other: the second kills and swaps apps against the clock. */
const browserSuites = [
  { name: 'Browser tests of the shop', projects: ['desktop', 'phone'] },
  { name: 'Browser tests of federation', projects: ['federation'] },
];

const staticChecks: Check[] = [
  { name: 'Format and lint', command: 'biome', args: ['ci', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'Types', command: 'tsc', args: ['-p', '.'] },
  { name: 'Dead code', command: 'knip', args: ['--no-progress'] },
];

/**
 * `npm test`: every check there is. Sets up what it needs, goes on after a failure so that one run tells everything,
 * and ends with `N passed, N failed` over all runners.
 */
export default async function test(args: string[]): Promise<number> {
  const chosen = chosenGroups(args);
  const from = performance.now();
  const reports = path.join(root, '.mallhive', 'reports');
  mkdirSync(reports, { recursive: true });
  const results: { name: string; passed: number; failed: number }[] = [];

  say.title('Prepare');
  const chromium = chosen.includes('browser') ? await requireChromium() : undefined;
  if (chosen.includes('unit')) await requireTestServers();
  await generate();

  if (chosen.includes('static')) {
    say.title('Static checks');
    results.push(...(await Promise.all(staticChecks.map((check) => runCheck(check)))));
  }
  if (chosen.includes('unit')) {
    say.title('Unit and integration tests');
    results.push(await vitest(reports));
  }
  if (chosen.includes('browser')) {
    say.title('Browser tests');
    try {
      await buildAll();
      for (const suite of browserSuites) results.push(await playwright(reports, chromium ?? '', suite));
    } catch (error) {
      say.problem(error);
      results.push({ name: 'Browser tests', passed: 0, failed: 1 });
    }
  }

  say.title(`Result  ${say.faint(`${((performance.now() - from) / 60_000).toFixed(1)} min`)}`);
  for (const { name, passed, failed } of results)
    say.line(`  ${failed === 0 ? '✓' : '✗'} ${name.padEnd(32)} ${passed} passed, ${failed} failed`);
  const sum = passedAndFailed(results);
  say.line(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}
