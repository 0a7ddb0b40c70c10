import path from 'node:path';
import { createAwsKms } from '@mallhive/adapter-aws-kms';
import { createLocalKms } from '@mallhive/adapter-local-kms';
import type { MasterKey } from '@mallhive/identity/ports';
import type { Config } from './config.ts';

/** In the data folder, beside the database that it belongs to. */
export const masterKeyFile = (config: Pick<Config, 'dataDir'>): string => path.join(config.dataDir, 'master-keys.json');

export function createMasterKey(config: Pick<Config, 'dataDir' | 'kms'>): MasterKey {
  return config.kms ? createAwsKms(config.kms) : createLocalKms({ file: masterKeyFile(config) });
}
