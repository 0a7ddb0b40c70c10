import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createTestDatabase, type TestDatabase } from '@mallhive/db/testing';
import { type SmtpServer, startSmtp } from '@mallhive/testing/smtp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';

/** Short with the suite; `npm run prove -- notifications` is the long one. */
const { PROVE_MESSAGES: messages, PROVE_KILLS: kills } = z
  .object({
    PROVE_MESSAGES: z.coerce.number().int().positive().default(300),
    PROVE_KILLS: z.coerce.number().int().nonnegative().default(4),
  })
  .parse(process.env);
/** Whoever claimed a message so long ago was killed. */
const lease = 1_500;
const sender = fileURLToPath(new URL('send-messages.ts', import.meta.url));

let test: TestDatabase;
let smtp: SmtpServer;
let child: ChildProcess | null = null;
beforeAll(async () => {
  [test, smtp] = await Promise.all([createTestDatabase(), startSmtp()]);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await smtp.close();
  await test.close();
});

const start = () =>
  spawn(process.execPath, [sender], {
    env: {
      ...process.env,
      DATABASE_URL: test.url,
      SMTP_URL: smtp.url,
      SMTP_LOOKUP_URL: smtp.lookupUrl,
      MESSAGES: String(messages),
      LEASE: String(lease),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
const ended = (one: ChildProcess) => one.exitCode !== null || one.signalCode !== null;

it(
  `the sender is killed ${kills} times during ${messages} messages: none is lost, none is sent twice`,
  async () => {
    let killed = 0;
    let between = 0;
    for (let round = 1; round <= kills; round += 1) {
      // Each life gets its share of the messages, and ends at no particular moment after it.
      const goal = Math.min(messages - 1, smtp.mails.length + Math.ceil((messages * 0.9) / kills));
      child = start();
      while (smtp.mails.length < goal && !ended(child)) await sleep(2);
      await sleep(Math.random() * 25);
      if (ended(child)) break;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      killed += 1;
      const { rows } = await test.db.pool.query(
        `select count(*)::int as n from notifications.messages where status = 'sending'`,
      );
      between += rows[0].n;
    }
    child = start();
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);

    const perMail = Map.groupBy(smtp.mails, ({ to, messageId }) => `${to} ${messageId}`);
    const twice = [...perMail.values()].filter((copies) => copies.length > 1).length;
    const { rows } = await test.db.pool.query(
      `select status, count(*)::int as n, count(distinct dedupe_key)::int as keys from notifications.messages group by status`,
    );
    console.info(
      `${messages} messages, ${killed} kills, ${between} between handing over and noting it; ` +
        `${smtp.mails.length} at the SMTP server, to ${perMail.size} recipients and keys, ${twice} twice`,
    );
    expect(rows).toEqual([{ status: 'sent', n: messages, keys: messages }]);
    expect([perMail.size, smtp.mails.length, twice]).toEqual([messages, messages, 0]);
    expect(killed).toBeGreaterThan(0);
  },
  messages * 60 + kills * 6_000 + 60_000,
);
