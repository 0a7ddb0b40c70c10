import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../../..');
/** Always the same place, so that a run clears up after one that was killed. */
const folder = path.join(tmpdir(), `mallhive-dev-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`);
const tree = path.join(folder, 'tree');
const dataDir = path.join(folder, 'data');
const portBase = Number(process.env.E2E_PORT_BASE ?? 4100) + 20;

/** A copy of the working tree that is being edited, and the shop that `npm run dev` runs from it. */
export interface DevelopmentShop {
  origin: string;
  /** Replaces a text that stands in a file of the copy once. */
  edit(file: string, from: string, to: string): void;
  /** What a service has written so far. */
  log(service: string): string;
  stop(): Promise<void>;
}

/** Everything but what is built or downloaded; libraries are those of the original. */
function copyTree(): void {
  const without = new Set(['.git', '.mallhive', '.next', '.turbo', '.env', 'dist']);
  const libraries = path.join(root, 'node_modules');
  cpSync(root, tree, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => source !== libraries && !without.has(path.basename(source)),
  });
  mkdirSync(path.join(tree, 'node_modules'));
  for (const name of readdirSync(libraries))
    if (!name.startsWith('.') || name === '.bin' || name === '.pnpm')
      symlinkSync(path.join(libraries, name), path.join(tree, 'node_modules', name));
  // pnpm would find the libraries in a place that is not theirs and install them again, into the original.
  appendFileSync(path.join(tree, 'pnpm-workspace.yaml'), '\nverifyDepsBeforeRun: false\n');
}

/** Starts the shell, the API and the remotes that are named. Nothing of it outlives this process. */
export async function startDevelopmentShop(remotes: readonly string[]): Promise<DevelopmentShop> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  copyTree();
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  const launcher = fork('packages/launcher/src/main.ts', ['dev', `--only=${remotes.join(',')}`], {
    cwd: tree,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // Nothing of what the person's own shop is configured with, a database least of all.
    env: {
      ...{ PATH, HOME, TMPDIR, LANG },
      NODE_ENV: 'development',
      PORT_BASE: String(portBase),
      MALLHIVE_DATA_DIR: dataDir,
      CI: 'true',
      NEXT_TELEMETRY_DISABLED: '1',
      TURBO_TELEMETRY_DISABLED: '1',
    },
    silent: true,
  });
  const stop = async () => {
    await end(launcher);
    rmSync(folder, { recursive: true, force: true });
  };
  await untilOpen(launcher).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const at = (file: string) => path.join(tree, file);
  return {
    origin: `http://localhost:${portBase}`,
    edit(file, from, to) {
      const parts = readFileSync(at(file), 'utf8').split(from);
      if (parts.length !== 2) throw new Error(`${file} has "${from}" ${parts.length - 1} times`);
      writeFileSync(at(file), parts.join(to));
    },
    log: (service) => readFileSync(path.join(dataDir, 'logs', `${service}.log`), 'utf8'),
    stop,
  };
}

/** The launcher says where everything is once it is there. */
function untilOpen(launcher: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const hear = (data: Buffer) => {
      output += data;
      if (output.includes('The shop is open')) resolve();
    };
    launcher.stdout?.on('data', hear);
    launcher.stderr?.on('data', hear);
    launcher.once('error', reject);
    launcher.once('exit', () => reject(new Error(`npm run dev ended:\n${output}`)));
  });
}

function end(launcher: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (launcher.exitCode !== null || launcher.signalCode !== null) return resolve();
    launcher.once('exit', () => resolve());
    launcher.kill('SIGTERM');
  });
}
