import { createSmtpMail } from '@mallhive/adapter-mail-smtp';
import { createDatabase } from '@mallhive/db';
import { createNotifications } from '@mallhive/notifications';
import { z } from 'zod';

/**
 * A process that writes and sends messages until all of them are out, and may be killed at any point: it asks for some it
 * asked for before, as a repeated workflow does, and sweeps, as the job does.
 */
const { DATABASE_URL, SMTP_URL, SMTP_LOOKUP_URL, MESSAGES, LEASE } = z
  .object({
    DATABASE_URL: z.string(),
    SMTP_URL: z.string(),
    SMTP_LOOKUP_URL: z.string(),
    MESSAGES: z.coerce.number().int(),
    LEASE: z.coerce.number().int(),
  })
  .parse(process.env);
const db = createDatabase({ url: DATABASE_URL, applicationName: 'mallhive-sender', maximumConnections: 16 });
const smtp = createSmtpMail({ url: SMTP_URL, from: 'MallHive <hello@shop.test>', lookupUrl: SMTP_LOOKUP_URL });
const notifications = createNotifications({
  db,
  mail: smtp.channel,
  shellUrl: 'https://shop.test',
  linkSecret: 'the same in each process',
});

const batch = 25;
const numbers = await db.pool.query('select count(*)::int as written from notifications.messages');
for (let next = Math.max(0, numbers.rows[0].written - 2 * batch); next < MESSAGES; next += batch) {
  const queued = await notifications.queue(
    Array.from({ length: Math.min(batch, MESSAGES - next) }, (_, index) => ({
      key: `proof:${next + index}`,
      template: 'welcome' as const,
      data: { name: 'Ada Example', shopUrl: 'https://shop.test' },
      to: { email: `reader-${next + index}@example.test`, userId: null },
    })),
  );
  await notifications.deliverMany(queued);
}
const open = async () =>
  (
    await db.pool.query(
      `select count(*)::int as open from notifications.messages where status in ('queued', 'sending')`,
    )
  ).rows[0].open;
while ((await open()) > 0) {
  await notifications.deliverUnsent(LEASE);
  await new Promise((resolve) => setTimeout(resolve, 100));
}
smtp.close();
await db.close();
