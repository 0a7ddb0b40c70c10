import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from './prepare.mjs';

/**
 * Runs the command proper on the right Node and answers its exit code. Signals to this process reach it,
 * so that stopping the launcher stops the shop, whoever sends the signal.
 */
export function handOver({ node, env }, command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      node,
      ['--disable-warning=ExperimentalWarning', path.join(root, 'packages/launcher/src/main.ts'), command, ...args],
      { cwd: process.cwd(), env, stdio: 'inherit' },
    );
    // A terminal sends SIGINT to the child as well, and the child counts only the first; others send to us alone.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
