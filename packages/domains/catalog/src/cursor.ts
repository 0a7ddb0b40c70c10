import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { cursorInvalid } from './errors.ts';

/** A place in an ordered list: the order's name and the sort key of the last row seen. Opaque to callers. */
type Key = (string | number)[];

const parts = { id: idSchema, time: z.iso.datetime(), number: z.number(), text: z.string().max(300) };
export type KeyPart = keyof typeof parts;

export function encodeCursor(order: string, key: Key): string {
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url');
}

/** Throws `cursor_invalid` unless the cursor was made for `order` with a key of this form. */
export function decodeCursor(order: string, cursor: string, form: readonly KeyPart[]): Key {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw cursorInvalid();
  }
  if (!Array.isArray(parsed) || parsed.length !== form.length + 1 || parsed[0] !== order) throw cursorInvalid();
  const key = parsed.slice(1) as unknown[];
  if (!form.every((part, index) => parts[part].safeParse(key[index]).success)) throw cursorInvalid();
  return key as Key;
}
