import { richTextOf, sanitizeRichText } from '../rich-text.ts';

const hasTags = (text: string): boolean => /<\/?[a-z][^<>]*>/i.test(text);

/** Plain text becomes paragraphs; HTML is sanitised like an editor's. */
export const htmlOf = (cell: string): string => (hasTags(cell) ? sanitizeRichText(cell) : richTextOf(cell));

/** As plain text where that says the same. */
export function descriptionCell({
  description,
  descriptionHtml,
}: {
  description: string;
  descriptionHtml: string;
}): string {
  return !hasTags(description) && richTextOf(description) === descriptionHtml ? description : descriptionHtml;
}
