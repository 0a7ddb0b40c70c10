import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../bootstrap/prepare.mjs';
import { explain } from '../../bootstrap/problem.mjs';
import { run } from '../../bootstrap/run.mjs';
import { step } from '../../bootstrap/say.mjs';
import { installDebianPackages } from './debian-packages.ts';

/**
 * Packages of PyPI, pinned in `<name>/requirements.txt`, in a Python environment of their own: `.mallhive/tools/<name>`.
 * Throws Problem where they cannot be had.
 */
export async function requirePythonTool(name: string): Promise<void> {
  const folder = path.join(root, '.mallhive', 'tools', name);
  const pins = path.join(import.meta.dirname, name, 'requirements.txt');
  // What is installed; written last, so that an installation that was cut off is made anew.
  const installed = path.join(folder, 'installed.txt');
  const wanted = await readFile(pins, 'utf8');
  if (existsSync(installed) && (await readFile(installed, 'utf8')) === wanted) return;
  const remedy = 'Install Python 3.9 or later with its venv module.';
  const { code } = await run('python3', ['-c', 'import venv, ensurepip']);
  if (code !== 0) await installDebianPackages('Python', ['python3-venv'], remedy);
  await step(`Bring ${name} for the tests`, async (update) => {
    await rm(folder, { recursive: true, force: true });
    const made = await run('python3', ['-m', 'venv', folder]);
    if (made.code !== 0) throw explain('Making a Python environment', made.output);
    const python = path.join(folder, 'bin', 'python');
    const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--no-deps', '-r', pins];
    const { code: failed, output } = await run(python, pip, { onLine: (line) => update(line.trim().slice(0, 70)) });
    if (failed !== 0) throw explain(`Installing ${name} with pip`, output);
    await writeFile(installed, wanted);
  });
}
