import type { ObjectStorage } from '../media/ports.ts';

const enough = 256 * 1024;

/** The first part of a file as text, without its byte order mark; it may end in the middle of a row. */
export async function readBeginning(
  storage: Pick<ObjectStorage, 'open'>,
  { fileKey, encoding }: { fileKey: string; encoding: string },
): Promise<string> {
  const source = await storage.open(fileKey);
  if (!source) return '';
  const decoder = new TextDecoder(encoding);
  let text = '';
  for await (const chunk of source) {
    text += decoder.decode(chunk as Buffer, { stream: true });
    if (text.length >= enough) break;
  }
  source.destroy();
  return text.slice(0, enough);
}
