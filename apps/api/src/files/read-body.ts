import type { Readable } from 'node:stream';
import type { AppError } from '@mallhive/kernel';

/** The whole body, as long as it stays below the limit; what comes after is not read. */
export async function readBody(body: Readable, maximumBytes: number, tooLarge: () => AppError): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximumBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
