import { formatMoney } from '@mallhive/kernel';
import { compose } from '../compose.ts';
import { ConfigError, readConfig } from '../config.ts';
import { createProgress } from './import-progress.ts';

/** `npm run ledger`: proves the books while the shop runs, or names the first entry that is wrong. */
async function main(): Promise<void> {
  const composition = compose({ ...readConfig(), logLevel: 'warn' });
  const progress = createProgress(process.stderr);
  const from = performance.now();
  try {
    progress.stage('Reading', 'transactions');
    const report = await composition.facades.payments.checkLedger((done) => progress.update(done, Math.max(done, 1)));
    progress.end();
    const count = (value: number) => value.toLocaleString('en-GB');
    const seconds = ((performance.now() - from) / 1000).toFixed(1);
    console.log(`${count(report.transactions)} transactions, ${count(report.entries)} entries, ${seconds} s`);
    if (report.problem) {
      const { problem, reference, entryId, expected, found } = report.problem;
      console.error(`\nThe books are wrong: ${problem.replaceAll('_', ' ')}`);
      console.error(`  first in   ${reference}${entryId ? `, entry ${entryId}` : ''}`);
      console.error(`  expected   ${expected}\n  found      ${found}   (minor units)`);
      process.exitCode = 1;
      return;
    }
    console.log(
      `Every transaction balances; ${count(report.balances)} sellers' balances are what their entries add up to.\n`,
    );
    for (const { account, currency, amount } of report.accounts) {
      console.log(`${account.padEnd(28)} ${formatMoney({ amount, currency }).padStart(18)}`);
    }
  } finally {
    await composition.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
