import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { run } from '../../bootstrap/run.mjs';
import { elapsed, say } from '../../bootstrap/say.mjs';

export interface Check {
  name: string;
  command: string;
  args: string[];
}

export interface CheckResult {
  name: string;
  passed: number;
  failed: number;
}

export function passedAndFailed(results: readonly CheckResult[]): { passed: number; failed: number } {
  return results.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}

/** A tool that either passes or fails as a whole: one check. Its output is shown when it fails. */
export async function runCheck({ name, command, args }: Check): Promise<CheckResult> {
  const from = performance.now();
  const { code, output } = await run(command, args, { cwd: root });
  if (code === 0) {
    say.done(name, elapsed(from));
    return { name, passed: 1, failed: 0 };
  }
  say.line(`  ✗ ${name}  ${elapsed(from)}\n${output.trimEnd()}\n`);
  return { name, passed: 0, failed: 1 };
}

/** Runs a test runner with its own output visible and answers its exit code. */
function visible(command: string, args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** A runner that fails without naming a failed test (a crash, no test found) still counts as one failure. */
function counted(name: string, code: number, passed: number, failed: number): CheckResult {
  return { name, passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined; // the runner died before it wrote one; `counted` makes that a failure
  }
}

export async function vitest(reports: string): Promise<CheckResult> {
  const file = path.join(reports, 'vitest.json');
  rmSync(file, { force: true });
  const code = await visible(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    {},
  );
  const report = readReport<{
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numFailedTestSuites: number;
  }>(file);
  const result = counted('Unit and integration tests', code, report?.numPassedTests ?? 0, report?.numFailedTests ?? 1);
  // A skipped test is a check that did not happen.
  return { ...result, failed: result.failed + (report?.numPendingTests ?? 0) };
}

/** One run of Playwright over some of its projects, with a report of its own. */
export async function playwright(
  reports: string,
  chromium: string,
  { name, projects }: { name: string; projects: readonly string[] },
): Promise<CheckResult> {
  const file = path.join(reports, `playwright-${projects.join('-')}.json`);
  rmSync(file, { force: true });
  const code = await visible('playwright', ['test', ...projects.map((project) => `--project=${project}`)], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    CHROMIUM_PATH: chromium,
  });
  const report = readReport<{ stats: { expected: number; unexpected: number; flaky: number; skipped: number } }>(file);
  const { expected = 0, unexpected = 1, flaky = 0, skipped = 0 } = report?.stats ?? {};
  if (flaky > 0) say.line(`  ! ${name}: ${flaky} passed at the second try only; they are listed above as flaky`);
  return counted(name, code, expected + flaky, unexpected + skipped);
}
