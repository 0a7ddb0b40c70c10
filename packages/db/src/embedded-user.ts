import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface SystemUser {
  uid: number;
  gid: number;
}

function lookUp(name: string): SystemUser | null {
  const row = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([login]) => login === name);
  return row ? { uid: Number(row[2]), gid: Number(row[3]) } : null;
}

/**
 * PostgreSQL refuses to run as root. Started by root, it runs as `postgres` (made when missing and possible)
 * or else as `nobody`; started by anybody else it runs as that user (null).
 */
export function serverUser(): SystemUser | null {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const existing = lookUp('postgres');
  if (existing) return existing;
  if (spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']).status === 0) {
    const created = lookUp('postgres');
    if (created) return created;
  }
  const nobody = lookUp('nobody');
  if (nobody) return nobody;
  throw new Error(
    'PostgreSQL cannot run as root and there is no other user here. Run as an ordinary user, or set DATABASE_URL.',
  );
}

/** True when `user` can reach `path`; a root-only parent folder (mode 700) is the usual reason why not. */
export function canReach(user: SystemUser, path: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', 'cd "$1" 2>/dev/null || test -x "$1"', 'sh', path], {
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
