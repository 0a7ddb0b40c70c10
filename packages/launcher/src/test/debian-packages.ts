import { existsSync } from 'node:fs';
import { explain, Problem } from '../../bootstrap/problem.mjs';
import { run } from '../../bootstrap/run.mjs';
import { step } from '../../bootstrap/say.mjs';

/** Runs apt-get as root, through sudo where we are not. */
function aptGet(args: string[], update: (line: string) => void) {
  const root = process.getuid?.() === 0;
  return run(root ? 'apt-get' : 'sudo', root ? args : ['-n', 'apt-get', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    onLine: (line) => update(line.slice(0, 70)),
  });
}

let listsAreFresh = false;

/**
 * Installs what the tests need from Debian's packages, with progress. Throws Problem: `what` names the thing for
 * people, `remedy` what to do on a machine without apt-get.
 */
export async function installDebianPackages(what: string, packages: string[], remedy: string): Promise<void> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
    throw new Problem(`The tests need ${what}, and it was not found.`, remedy);
  }
  await step(`Install ${what}`, async (update) => {
    const steps = [['install', '-y', '-q', '--no-install-recommends', ...packages]];
    if (!listsAreFresh) steps.unshift(['update', '-q']);
    for (const args of steps) {
      const { code, output } = await aptGet(args, update);
      if (code !== 0) throw explain(`Installing ${what} with apt-get`, output);
    }
    listsAreFresh = true;
  });
}
