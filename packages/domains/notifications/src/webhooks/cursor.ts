import { AppError, idSchema } from '@mallhive/kernel';
import { z } from 'zod';

const schema = z.tuple([z.iso.datetime(), idSchema]);

/** The last row of a page. */
export const writeCursor = ({ at, id }: { at: Date; id: string }): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');

/** Throws `cursor_invalid` for one that we did not write. */
export function readCursor(text: string | undefined): { at: Date; id: string } | null {
  if (text === undefined) return null;
  try {
    const [at, id] = schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at: new Date(at), id };
  } catch {
    throw new AppError('bad_request', 'cursor_invalid', 'This page does not exist.');
  }
}
