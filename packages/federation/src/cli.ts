import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { nextEnvironment } from './build/environment.ts';

const require = createRequire(import.meta.url);

/** mallhive-next build | dev | start [--port N]: Next as module federation needs it. */
export async function run([command = 'help', ...rest]: string[]): Promise<void> {
  const next = require.resolve('next/dist/bin/next');
  const flags = command === 'start' ? [] : ['--webpack'];
  const child = spawn(process.execPath, [next, command, ...flags, ...rest], {
    stdio: 'inherit',
    env: { ...process.env, ...nextEnvironment(process.env.NODE_OPTIONS) },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
