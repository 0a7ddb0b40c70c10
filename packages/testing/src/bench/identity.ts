import { createDatabase } from '@mallhive/db';
import { startDisposablePostgres } from '@mallhive/db/disposable';
import { migrate } from '@mallhive/db/migrate';
import { createIdentity } from '@mallhive/identity';
import { testMasterKey } from '@mallhive/identity/testing';

/**
 * `node packages/testing/src/bench/identity.ts`: p50, p95 and SQL statements per call of signing in, registering and of what
 * every request of a signed-in person costs, with the real password hash and field encryption, without limits. Fails when a session
 * look-up takes more than one statement.
 */
const server = await startDisposablePostgres();
let statements = 0;
const rows: { what: string; 'p50 ms': string; 'p95 ms': string; statements: number }[] = [];

async function measure(what: string, times: number, work: (index: number) => Promise<unknown>): Promise<number> {
  for (let index = 0; index < 5; index += 1) await work(-1 - index);
  statements = 0;
  const samples: number[] = [];
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await work(index);
    samples.push(performance.now() - start);
  }
  samples.sort((a, b) => a - b);
  const at = (share: number) => (samples[Math.floor(samples.length * share)] ?? 0).toFixed(1);
  const each = statements / times;
  rows.push({ what, 'p50 ms': at(0.5), 'p95 ms': at(0.95), statements: each });
  return each;
}

try {
  await migrate({ url: server.url });
  const db = createDatabase({
    url: server.url,
    applicationName: 'bench',
    maximumConnections: 4,
    onStatement: (text) => {
      if (!/^(begin|commit|rollback)\b/i.test(text)) statements += 1;
    },
  });
  const identity = createIdentity({ db, master: testMasterKey(), secret: 'bench' });
  const password = 'quiet otters paint fences';
  const address = '192.0.2.1';
  const person = (index: number) => ({ email: `person-${index}@example.com`, name: 'A Person', password, address });
  const refused = (work: Promise<unknown>) =>
    work.then(
      () => Promise.reject(new Error('let in')),
      () => null,
    );

  await measure('register', 100, (index) => identity.register(person(index)));
  await measure('register, address has an account', 100, () => identity.register(person(0)));
  await measure('sign in', 100, (index) => identity.signIn(person(Math.max(0, index))));
  await measure('sign in, wrong password', 100, (index) =>
    refused(identity.signIn({ ...person(Math.max(0, index)), password: 'wrong' })),
  );
  await measure('sign in, no such account', 100, (index) => refused(identity.signIn(person(10_000 + index))));
  const { sessionId } = await identity.signIn(person(0));
  const each = await measure('look up a session', 2_000, () => identity.findSession(sessionId));
  let tokens = await identity.issueTokens(person(0));
  await measure('read an access token and its session', 500, async () => {
    const { sessionId: id } = await identity.readAccessToken(tokens.accessToken);
    await identity.findSession(id);
  });
  await measure('refresh tokens', 200, async () => {
    tokens = await identity.refreshTokens(tokens);
  });
  console.table(rows);
  process.exitCode = each === 1 ? 0 : 1;
  await db.close();
} finally {
  await server.stop();
}
