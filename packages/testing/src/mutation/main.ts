import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startDisposablePostgres } from '@mallhive/db/disposable';
import { type CodeGuard, codeGuards } from './code-guards.ts';
import { orderGuards } from './order-guards.ts';

/**
 * `npm run prove -- mutation`: takes each lock, key and guard away in turn, in a copy of the project, and runs the tests that
 * must notice. Ends with a table of what noticed; exit code 1 when one could go without anybody noticing.
 */
const root = path.resolve(import.meta.dirname, '../../../..');
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } }, strict: false });
const chosen = [...codeGuards, ...orderGuards].filter(({ name, file }) =>
  `${name} ${file}`.includes(String(values.only)),
);

/** Sources are copied; installed packages are linked, and the links between our own packages lead into the copy. */
function copyProject(): string {
  const copy = mkdtempSync(path.join(tmpdir(), 'mallhive-mutation-'));
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' });
  for (const file of files.split('\0').filter((name) => name && existsSync(path.join(root, name)))) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    cpSync(path.join(root, file), path.join(copy, file));
    if (path.basename(file) !== 'package.json') continue;
    const installed = path.join(path.dirname(file), 'node_modules');
    if (installed === 'node_modules' || !existsSync(path.join(root, installed))) continue;
    cpSync(path.join(root, installed), path.join(copy, installed), { recursive: true, verbatimSymlinks: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  const generated = 'packages/db/src/generated';
  cpSync(path.join(root, generated), path.join(copy, generated), { recursive: true });
  return copy;
}

interface Report {
  testResults: { message: string; assertionResults: { status: string; fullName: string }[] }[];
}

/** What fails first in a file of tests; null when nothing does. */
function failureOf(copy: string, test: string, databaseUrl: string): string | null {
  const reportFile = path.join(copy, 'mutation-report.json');
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const flags = ['run', test, '--bail=1', '--reporter=json', `--outputFile=${reportFile}`];
  try {
    const { status } = spawnSync(process.execPath, [vitest, ...flags], {
      cwd: copy,
      env: { ...process.env, TEST_DATABASE_URL: databaseUrl },
      stdio: 'ignore',
      timeout: 180_000,
    });
    if (status === 0) return null;
    if (!existsSync(reportFile)) return 'does not even start';
    const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
    const failed = testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .find((assertion) => assertion.status === 'failed');
    return failed?.fullName ?? testResults[0]?.message ?? 'failed';
  } finally {
    rmSync(reportFile, { force: true });
  }
}

/** The first test that fails; null when none does. */
function whoNotices(copy: string, guard: CodeGuard, databaseUrl: string): string | null {
  const file = path.join(copy, guard.file);
  const before = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    before.replace(guard.text, () => guard.without),
  );
  try {
    for (const test of guard.tests) {
      const failure = failureOf(copy, test, databaseUrl);
      if (failure) return `${path.basename(test)}: ${failure}`;
    }
    return null;
  } finally {
    writeFileSync(file, before);
  }
}

const server = await startDisposablePostgres();
const copy = copyProject();
let survived = 0;
try {
  // A test that fails anyway notices nothing.
  for (const test of new Set(chosen.flatMap(({ tests }) => tests))) {
    const failure = failureOf(copy, test, server.url);
    if (failure) throw new Error(`${test} fails with every guard in place: ${failure}`);
  }
  for (const guard of chosen) {
    const noticed = whoNotices(copy, guard, server.url);
    if (!noticed) survived += 1;
    console.log(`${noticed ? '✓' : '✗'} ${guard.name}\n    ${noticed ?? 'nobody noticed'}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
  await server.stop();
}
console.log(`\n${chosen.length - survived} of ${chosen.length} noticed`);
process.exitCode = survived === 0 ? 0 : 1;
