import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';

const require = createRequire(import.meta.url);
const fonts = {
  normal: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  strong: '@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'normal-arabic': '@expo-google-fonts/tajawal/400Regular/Tajawal_400Regular.ttf',
  'strong-arabic': '@expo-google-fonts/tajawal/700Bold/Tajawal_700Bold.ttf',
} as const;

export type Doc = InstanceType<typeof PDFDocument>;
export type Weight = 'normal' | 'strong';

export const ink = '#1d1b18';
export const soft = '#5f5a52';
export const line = '#cfc9be';
export const margin = 40;

/** A document of these pages, its fonts inside; what `draw` draws depends on nothing else, so that the bytes are the same. */
export async function pdfOf(
  about: { size: [width: number, height: number]; title: string; language: string; madeAt: Date },
  draw: (doc: Doc) => void,
): Promise<Uint8Array> {
  // Read when the first one is printed: most processes never print.
  const { default: Pdf } = await import('pdfkit');
  const { size, title, language, madeAt } = about;
  const doc: Doc = new Pdf({
    size,
    margins: { top: margin, bottom: 0, left: margin, right: margin },
    bufferPages: true,
    // None to begin with: one that is opened by its path would be read again for every text by its name.
    font: '',
    lang: language,
    info: { Title: title, Author: 'MallHive', CreationDate: madeAt, ModDate: madeAt },
  });
  for (const [name, file] of Object.entries(fonts)) doc.registerFont(name, require.resolve(file));
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', resolve);
    doc.on('error', reject);
  });
  draw(doc);
  doc.end();
  await done;
  return Buffer.concat(chunks);
}
