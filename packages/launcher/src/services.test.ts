import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../bootstrap/problem.mjs';
import { readConfig } from './config.ts';
import { requireFreePorts } from './ports.ts';
import { type ServiceDefinition, startService } from './services.ts';

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const alive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A container whose first process reaps nothing keeps the entry of an ended orphan.
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

describe('services', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'mallhive-services-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const definition = (port: number, script: string): ServiceDefinition => ({
    name: 'sample',
    cwd: folder,
    command: process.execPath,
    args: ['-e', script],
    env: { PORT: String(port) },
    healthUrl: `http://127.0.0.1:${port}/`,
  });
  const server = `require('node:http').createServer((request, response) => {
    if (request.url === '/die') process.exit(3);
    response.end(String(process.pid));
  }).listen(process.env.PORT, '127.0.0.1');`;
  const pidAt = async (port: number) => Number(await (await fetch(`http://127.0.0.1:${port}/`)).text());

  it('is up when it resolves, and gone when it is stopped, children included', async () => {
    const port = await freePort();
    const withChild = `const child = require('node:child_process').spawn('sleep', ['600']); console.log('child', child.pid); ${server}`;
    const service = await startService(definition(port, withChild), folder, () => {});
    const child = Number(/child (\d+)/.exec(readFileSync(path.join(folder, 'sample.log'), 'utf8'))?.[1]);
    expect(await pidAt(port)).toBe(service.pid);
    expect(alive(child)).toBe(true);
    await service.stop();
    await service.stop();
    expect(alive(service.pid)).toBe(false);
    await expect.poll(() => alive(child)).toBe(false);
  });

  it('starts again a service that dies, and says so', async () => {
    const port = await freePort();
    const notices: string[] = [];
    const service = await startService(definition(port, server), folder, (notice) => notices.push(notice));
    const first = await pidAt(port);
    await fetch(`http://127.0.0.1:${port}/die`).catch(() => {});
    await expect.poll(() => pidAt(port).catch(() => first), { timeout: 10_000 }).not.toBe(first);
    expect(notices).toEqual(['sample ended (code 3) and is started again']);
    await service.stop();
  });

  it('throws what a service that cannot start printed, with the remedy where it is known', async () => {
    const port = await freePort();
    const attempt = startService(
      definition(port, "console.error('ENOSPC: no space left on device'); process.exit(1)"),
      folder,
      () => {},
    );
    await expect(attempt).rejects.toThrow('the disk is full');
    await expect(attempt).rejects.toMatchObject({ remedy: expect.stringContaining('Free') });
  });

  it('names a taken port, its service, and the way out', async () => {
    const config = readConfig({ MALLHIVE_DATA_DIR: folder, PORT_BASE: String(20_000 + (process.pid % 20_000)) });
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(config.port('product'), '127.0.0.1', resolve));
    const attempt = requireFreePorts(config, ['shell', 'product']);
    await expect(attempt).rejects.toThrow(Problem);
    await expect(attempt).rejects.toThrow(`Port ${config.port('product')} (product) is taken`);
    await expect(attempt).rejects.toMatchObject({ remedy: expect.stringContaining('PORT_BASE=') });
    await new Promise((resolve) => blocker.close(resolve));
    await expect(requireFreePorts(config, ['shell', 'product'])).resolves.toBeUndefined();
  });
});
