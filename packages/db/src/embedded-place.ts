import { createHash } from 'node:crypto';
import { lstat, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canReach, type SystemUser } from './embedded-user.ts';

/**
 * Where the cluster really lives. The server's user may be unable to enter the folder that was asked for: a checkout in
 * root's home. Then the data goes to a folder that everybody can enter, and a link stands in the place that was asked for.
 */
export async function placeFor(dataDir: string, user: SystemUser | null): Promise<string> {
  await mkdir(dirname(dataDir), { recursive: true });
  if (!user || canReach(user, dirname(dataDir))) return dataDir;
  const existing = await lstat(dataDir).catch(() => null);
  if (existing && !existing.isSymbolicLink()) {
    throw new Error(
      `PostgreSQL runs as user ${user.uid}, because it refuses root, and that user cannot enter ${dirname(dataDir)}. Set MALLHIVE_DATA_DIR to a folder that everybody can enter, or run as an ordinary user.`,
    );
  }
  const home = `/var/lib/mallhive/${createHash('sha256').update(dataDir).digest('hex').slice(0, 16)}`;
  await mkdir(home, { recursive: true, mode: 0o755 });
  const place = join(home, 'postgres');
  if (!existing) await symlink(place, dataDir);
  return place;
}
