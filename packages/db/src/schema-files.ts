import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaDir } from './paths.ts';

export interface SchemaFile {
  path: string;
  content: string;
}

/** All files of the multi-file Prisma schema, in a stable order, so that everything made from them is a pure function. */
export async function readSchemaFiles(directory = schemaDir): Promise<SchemaFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.prisma')).sort();
  return Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(join(directory, name), 'utf8') })),
  );
}

export function schemaHash(files: SchemaFile[], salt: string): string {
  const hash = createHash('sha256').update(salt);
  for (const file of files) hash.update(`\0${file.path}\0${file.content}`);
  return hash.digest('hex');
}
