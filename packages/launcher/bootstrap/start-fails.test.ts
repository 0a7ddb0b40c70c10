import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { say } from './say.mjs';

const root = path.resolve(import.meta.dirname, '../../..');
/** Nothing listens on the discard port. */
const nowhere = 'http://127.0.0.1:9/';
const lockFile = `lockfileVersion: '9.0'
settings:
  autoInstallPeers: true
  excludeLinksFromLockfile: false
importers:
  .:
    dependencies:
      ms:
        specifier: 2.1.3
        version: 2.1.3
packages:
  ms@2.1.3:
    resolution: {integrity: sha512-6FlzubTLZG3J2a/NVCAleEhjzq5oxgHyaCU9yYXvcLsvoVaHJq/s5xXI6/XXP6tz7R9xAOtHnSO/tXtF3WRTlA==}
snapshots:
  ms@2.1.3: {}
`;
let folder: string;

/** A checkout with the launcher alone, on a machine with nothing but Node and npm. */
beforeEach(() => {
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'mallhive-start-'));
  for (const part of ['bin', 'bootstrap', 'package.json'])
    cpSync(path.join(root, 'packages/launcher', part), path.join(folder, 'packages/launcher', part), {
      recursive: true,
    });
  const { packageManager, scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const manifest = { name: 'copy', private: true, packageManager, scripts, dependencies: { ms: '2.1.3' } };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'pnpm-workspace.yaml'), 'packages:\n  - apps/*\nfetchRetries: 0\n');
  writeFileSync(path.join(folder, 'pnpm-lock.yaml'), lockFile);
  for (const empty of ['apps', 'packages/domains', 'packages/adapters', 'prisma', 'tools'])
    mkdirSync(path.join(folder, empty), { recursive: true });
  writeFileSync(path.join(folder, '.npmrc'), `registry=${nowhere}\nfetch-retries=0\nstore-dir=${folder}/store\n`);
  symlinkSync(process.execPath, path.join(folder, 'tools/node'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function tool(name: string, script: string): void {
  const file = path.join(folder, 'tools', name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}

function start(): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [path.join(folder, 'packages/launcher/bin/mallhive.mjs'), 'start'], {
    cwd: folder,
    env: {
      // Without the machine's pnpm; what npm itself is comes after our own tools.
      PATH: [path.join(folder, 'tools'), '/usr/bin', '/bin'].join(path.delimiter),
      HOME: folder,
      npm_config_registry: nowhere,
      npm_config_fetch_retries: '0',
      npm_config_cache: path.join(folder, 'cache'),
      NO_COLOR: '1',
    } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

/** One message, one remedy, and nothing of how it came about. */
function expectOneMessage({ code, output }: { code: number | null; output: string }, message: RegExp, remedy: RegExp) {
  expect(code).toBe(1);
  expect(output.match(/✗/g)).toHaveLength(1);
  expect(output).toMatch(message);
  expect(output.split('What to do:')).toHaveLength(2);
  expect(output.split('What to do:')[1]).toMatch(remedy);
  expect(output).not.toMatch(/\n\s+at /);
}

it('says that the registry cannot be reached when pnpm is to be brought', async () => {
  tool('npm', `exec "${process.execPath}" "${onPath('npm')}" "$@"`);
  expectOneMessage(await start(), /registry cannot be reached/, /npm config get registry.*same command again/);
});

it('says the same when dependencies are to be installed', async () => {
  tool('pnpm', `exec "${onPath('pnpm')}" "$@"`);
  expectOneMessage(await start(), /Installing dependencies failed: .*registry cannot be reached/, /proxy/);
});

it('says that the disk is full when a tool finds it full', async () => {
  tool('npm', `exec "${process.execPath}" -e "require('node:fs').writeFileSync('/dev/full', 'x')"`);
  expectOneMessage(await start(), /the disk is full/, /Free at least 3 GB/);
});

it('says that the disk is full when the launcher itself finds it full', () => {
  const shown = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  say.problem(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }));
  const text = shown.mock.calls.flat().join('\n');
  expect(text).toMatch(/disk is full/);
  expect(text).toMatch(/What to do:.* Free at least 3 GB/);
  expect(text).not.toMatch(/\n\s+at /);
});

function onPath(name: string): string {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  for (const one of folders) {
    try {
      return realpathSync(path.join(one, name));
    } catch {
      // not in this folder
    }
  }
  throw new Error(`${name} is not on the path`);
}
