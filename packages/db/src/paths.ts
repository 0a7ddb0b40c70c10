import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = resolve(fileURLToPath(import.meta.url), '../../../..');

export const schemaDir = join(repository, 'prisma/schema');
export const migrationsDir = join(repository, 'prisma/migrations');
export const packageDir = join(repository, 'packages/db');
export const generatedDir = join(packageDir, 'src/generated');
