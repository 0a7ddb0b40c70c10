import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MasterKey } from '@mallhive/identity/ports';
import { z } from 'zod';

const fileSchema = z.object({ current: z.string(), keys: z.record(z.string(), z.base64()) });
type KeyFile = z.infer<typeof fileSchema>;

const ivBytes = 12;
const tagBytes = 16;

/** The master keys are missing or cannot be read. Names the file and what to do. */
export class MasterKeyFileError extends Error {}

async function read(file: string): Promise<KeyFile | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new MasterKeyFileError(`The master keys in ${file} cannot be read: ${error.message}`, { cause: error });
  });
  if (text === null) return null;
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new MasterKeyFileError(`${file} is not a file of master keys. Restore it from a backup.`, { cause: error });
  }
}

function withNewKey(before: KeyFile | null): KeyFile {
  const id = `local:${randomBytes(6).toString('hex')}`;
  return { current: id, keys: { ...before?.keys, [id]: randomBytes(32).toString('base64') } };
}

/** Readable by the owner alone. */
const mode = 0o600;

async function create(file: string): Promise<KeyFile> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(file, `${JSON.stringify(withNewKey(null), null, 2)}\n`, { mode, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Another process may have been first, and may still be writing.
  for (let attempt = 0; ; attempt += 1) {
    try {
      const found = await read(file);
      if (found) return found;
    } catch (error) {
      if (attempt >= 20) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** The master key in a file beside the data, made on first use. For one machine; a cluster takes a key management service. */
export function createLocalKms({ file }: { file: string }): MasterKey {
  let loading: Promise<KeyFile> | undefined;
  const keys = (): Promise<KeyFile> => {
    loading ??= read(file).then((found) => found ?? create(file));
    loading.catch(() => {
      loading = undefined;
    });
    return loading;
  };
  return {
    currentKeyId: async () => (await keys()).current,
    wrap: async (key) => {
      const { current, keys: all } = await keys();
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv('aes-256-gcm', Buffer.from(all[current] ?? '', 'base64'), iv);
      const body = Buffer.concat([cipher.update(key), cipher.final()]);
      return { masterKeyId: current, wrapped: Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64') };
    },
    unwrap: async ({ masterKeyId, wrapped }) => {
      const secret = (await keys()).keys[masterKeyId];
      if (!secret)
        throw new MasterKeyFileError(
          `${file} has no master key ${masterKeyId}, with which this database's personal data is encrypted. Restore the file that belongs to it.`,
        );
      const bytes = Buffer.from(wrapped, 'base64');
      const decipher = createDecipheriv('aes-256-gcm', Buffer.from(secret, 'base64'), bytes.subarray(0, ivBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]);
    },
  };
}

/** A new master key becomes the current one; the old ones stay in the file until nothing is wrapped with them. */
export async function addLocalMasterKey(file: string): Promise<string> {
  const next = withNewKey(await read(file));
  const temporary = `${file}.new`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(temporary, `${JSON.stringify(next, null, 2)}\n`, { mode });
  await chmod(temporary, mode);
  await rename(temporary, file);
  return next.current;
}
