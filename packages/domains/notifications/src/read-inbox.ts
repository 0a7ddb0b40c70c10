import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import type { inboxInput, inboxOutput } from './contract.ts';
import type { Deps } from './deps.ts';
import { cursorInvalid } from './errors.ts';

const keySchema = z.tuple([z.iso.datetime(), idSchema]);

function decode(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  try {
    const [at, id] = keySchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { at, id };
  } catch {
    throw cursorInvalid();
  }
}

export async function readInbox(
  deps: Deps,
  userId: string,
  { cursor, limit }: z.output<typeof inboxInput>,
): Promise<z.output<typeof inboxOutput>> {
  const rows = await deps.messages.inbox(userId, decode(cursor), limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = last && rows.length > limit ? JSON.stringify([last.createdAt.toISOString(), last.id]) : null;
  return {
    messages: page.map(({ id, channel, template, subject, text, createdAt, readAt, link }) => ({
      id,
      channel,
      template,
      subject,
      body: text,
      createdAt: createdAt.toISOString(),
      readAt: readAt?.toISOString() ?? null,
      link,
    })),
    unread: rows[0]?.unread ?? 0,
    nextCursor: next === null ? null : Buffer.from(next).toString('base64url'),
  };
}
