import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { nextEnvironment } from './build/environment.ts';
import { writeRelease } from './build/release.ts';
import { readOptions } from './serve/options.ts';
import { serve } from './serve/server.ts';

const require = createRequire(import.meta.url);
/** Set in the child that has the environment Next needs. */
const prepared = 'MALLHIVE_NEXT_PREPARED';

/** mallhive-next build | dev | start [-p port] [-H hostname]: Next as module federation needs it. */
export async function run(argv: string[]): Promise<void> {
  const options = await readOptions(argv);
  if (options.mode === 'start') {
    setNodeEnvironment('production');
    return serve(options);
  }
  if (options.mode === 'dev') {
    if (!process.env[prepared])
      return inChild([import.meta.filename.replace(/src\/cli\.ts$/, 'bin/mallhive-next.mjs'), ...argv]);
    setNodeEnvironment('development');
    return serve(options);
  }
  await inChild([require.resolve('next/dist/bin/next'), 'build', '--webpack'], 'production');
  const { federation, appDir, distDir } = options;
  if (!federation || Object.keys(federation.exposes).length === 0) return;
  const manifest = await writeRelease(federation, appDir, distDir);
  console.log(`Release ${manifest.name} ${manifest.version}: ${Object.keys(manifest.modules).join(', ')}`);
}

function setNodeEnvironment(value: 'production' | 'development') {
  (process.env as Record<string, string>).NODE_ENV = value;
}

function inChild(args: string[], nodeEnvironment?: string): Promise<void> {
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...nextEnvironment(process.env.NODE_OPTIONS),
      ...(nodeEnvironment ? { NODE_ENV: nodeEnvironment as 'production' } : {}),
      [prepared]: '1',
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      if (code) process.exit(code);
      resolve();
    });
    child.on('error', (error) => {
      console.error(error);
      process.exit(1);
    });
  });
}
