import type { Readable } from 'node:stream';
import type { AppError } from '@mallhive/kernel';

/** The whole body, as long as it stays below the limit. What comes after is left in the stream, so that a refusal can be answered. */
export async function readBody(body: Readable, maximumBytes: number, tooLarge: () => AppError): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maximumBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
