import { parseArgs } from 'node:util';
import { addLocalMasterKey } from '@mallhive/adapter-local-kms';
import { compose } from '../compose.ts';
import { ConfigError, readConfig } from '../config.ts';
import { masterKeyFile } from '../master-key.ts';
import { createProgress } from './import-progress.ts';

const usage = `Usage: npm run keys -- rotate [--new-master-key]
  rotate             wraps every data key anew while the shop runs; stopped half-way, the next run goes on
  --new-master-key   first adds a master key to the local file; with AWS KMS set KMS_KEY_ID to the new key instead`;

/** `npm run keys -- rotate`: new keys above the personal data; no field is written, nobody is signed out. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { 'new-master-key': { type: 'boolean', default: false } },
    allowPositionals: true,
    strict: false,
  });
  if (positionals.length !== 1 || positionals[0] !== 'rotate') throw new ConfigError(usage);
  const config = readConfig();
  if (values['new-master-key']) {
    if (config.kms) throw new ConfigError(`The master key is in AWS KMS.\n${usage}`);
    console.log(`New master key ${await addLocalMasterKey(masterKeyFile(config))} in ${masterKeyFile(config)}`);
  }
  const composition = compose({ ...config, logLevel: 'warn' });
  const progress = createProgress(process.stderr);
  const from = performance.now();
  try {
    progress.stage('Wrapping', 'data keys');
    const report = await composition.facades.identity.rotateKeys({ newKey: true }, (done, total) =>
      progress.update(done, Math.max(total, 1)),
    );
    progress.end();
    const count = (value: number) => value.toLocaleString('en-GB');
    console.log(
      [
        `Master key            ${report.masterKeyId}`,
        `Key-encryption keys   ${count(report.keysRewrapped)} wrapped anew, ${count(report.keysRemoved)} old ones removed`,
        `Data keys             ${count(report.dataKeysRewrapped)} wrapped anew`,
        `Time                  ${((performance.now() - from) / 1000).toFixed(1)} s`,
      ].join('\n'),
    );
  } finally {
    await composition.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
