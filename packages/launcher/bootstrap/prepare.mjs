import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { explain, Problem } from './problem.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const home = path.join(root, '.mallhive');
const toolchain = path.join(home, 'toolchain');

/** The Node the project runs on where the machine's own is older, and the pnpm of the lock file. */
const nodeVersion = '24.21.0';
const pnpmVersion = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).packageManager.split('@')[1];
const oldestNode = [20, 9];
const neededBytes = 2 * 1024 ** 3;

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new Problem(
      `Node ${process.versions.node} is too old to start from.`,
      `Install Node ${oldestNode.join('.')} or later (24 is best) and run the same command again.`,
    );
  }
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(root);
  const free = bavail * bsize;
  if (free < neededBytes) {
    throw new Problem(
      `The disk has ${(free / 1024 ** 3).toFixed(1)} GB free; MallHive needs 2 GB to install and build.`,
      'Free some space (for example `npm cache clean --force`) and run the same command again.',
    );
  }
}

/** Installs one npm package into the toolchain folder, unless that version is there. */
async function bring(name, version, label) {
  const manifest = path.join(toolchain, 'node_modules', name, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version) return;
  await step(`Bring ${label}`, async () => {
    mkdirSync(toolchain, { recursive: true });
    if (!existsSync(path.join(toolchain, 'package.json')))
      writeFileSync(path.join(toolchain, 'package.json'), '{ "private": true }\n');
    const { code, output } = await run(
      'npm',
      ['install', '--no-fund', '--no-audit', '--save-exact', `${name}@${version}`],
      { cwd: toolchain },
    );
    if (code !== 0) throw explain(`Bringing ${label} from npm`, output);
  });
}

/** Node 24: the machine's own if it is new enough, else from npm. Answers the executable. */
async function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  await bring(name, nodeVersion, `Node ${nodeVersion}`);
  const executable = path.join(toolchain, 'node_modules', name, 'bin', 'node');
  const { code, output } = await run(executable, ['--version']);
  if (code !== 0)
    throw new Problem(
      `The Node ${nodeVersion} that npm carries does not run here: ${output.trim()}`,
      'Install Node 24 yourself and run the same command again.',
    );
  return executable;
}

/** We see to pnpm's version; pnpm itself would ask the registry for it each time. */
const ownVersion = { pnpm_config_pm_on_fail: 'ignore' };

async function pnpm() {
  const own = await run('pnpm', ['--version'], { cwd: home, env: { ...process.env, ...ownVersion } });
  if (own.code === 0 && own.output.trim() === pnpmVersion) return 'pnpm';
  await bring('pnpm', pnpmVersion, `pnpm ${pnpmVersion}`);
  return path.join(toolchain, 'node_modules', '.bin', 'pnpm');
}

/** Folders that hold a package.json of the workspace. */
function manifests() {
  const groups = ['apps', 'packages', 'packages/domains', 'packages/adapters', 'prisma'];
  const folders = groups.flatMap((group) =>
    readdirSync(path.join(root, group), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(group, entry.name)),
  );
  return ['.', ...folders]
    .map((folder) => path.join(root, folder, 'package.json'))
    .filter(existsSync)
    .sort();
}

/** Changes whenever an install could change anything. */
function installStamp() {
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const file of [path.join(root, 'pnpm-lock.yaml'), path.join(root, 'pnpm-workspace.yaml'), ...manifests()])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

async function install(pnpmCommand, env) {
  const stampFile = path.join(root, 'node_modules', '.mallhive-install');
  const stamp = installStamp();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await step('Install dependencies', async (update) => {
    const frozen = existsSync(path.join(root, 'pnpm-lock.yaml')) ? ['--frozen-lockfile'] : [];
    const { code, output } = await run(pnpmCommand, ['install', '--reporter=append-only', ...frozen], {
      cwd: root,
      env,
      onLine: update,
    });
    if (code !== 0) throw explain('Installing dependencies', output);
    writeFileSync(stampFile, installStamp());
  });
}

/**
 * Everything that must be there before TypeScript can run.
 * @param {string} command `doctor` installs nothing: it reports.
 * @returns {Promise<{node: string, env: NodeJS.ProcessEnv}>}
 */
export async function prepare(command) {
  checkNode();
  if (command !== 'doctor') checkDisk();
  mkdirSync(home, { recursive: true });
  const node = await node24();
  const pnpmCommand = await pnpm();
  const folders = [
    path.dirname(node),
    path.join(toolchain, 'node_modules', '.bin'),
    path.join(root, 'node_modules', '.bin'),
  ];
  const env = {
    ...process.env,
    PATH: [...folders, process.env.PATH].join(path.delimiter),
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    ...ownVersion,
  };
  if (command !== 'doctor' || !existsSync(path.join(root, 'node_modules'))) await install(pnpmCommand, env);
  return { node, env };
}
