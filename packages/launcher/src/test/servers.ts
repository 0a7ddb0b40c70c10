import { run } from '../../bootstrap/run.mjs';
import { installDebianPackages } from './debian-packages.ts';
import { requireOpenSearch } from './opensearch.ts';
import { requirePythonTool } from './python-tool.ts';
import { requireStripeMock } from './stripe-mock.ts';

/** redis-server, which the tests of the Redis adapters start for themselves. Throws Problem where it cannot be had. */
async function requireRedis(): Promise<void> {
  const { code } = await run('redis-server', ['--version']);
  if (code === 0) return;
  await installDebianPackages('redis-server', ['redis-server'], 'Install Redis 6 or later, so that redis-server runs.');
}

/** Every real server that integration tests start: there, or installed now. One after the other, since they share apt-get. */
export async function requireTestServers(): Promise<void> {
  await requireRedis();
  await requireOpenSearch();
  // AWS and Stripe, as far as tests of their adapters need them.
  await requirePythonTool('moto');
  await requirePythonTool('localstripe');
  await requireStripeMock();
}
