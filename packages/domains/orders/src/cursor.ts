import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { cursorInvalid } from './errors.ts';

const keySchema = z.tuple([z.iso.datetime(), idSchema]);

/** The place after the last row seen in a list ordered by time and id, newest first. */
export function encodeCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

export function decodeCursor(cursor: string | null | undefined): { at: string; id: string } | null {
  if (cursor === undefined || cursor === null) return null;
  try {
    const [at, id] = keySchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { at, id };
  } catch {
    throw cursorInvalid();
  }
}
