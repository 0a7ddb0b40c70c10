import sanitize from 'sanitize-html';

/**
 * What a seller may write: form, no function. Everything else is dropped, with its content where that is a program.
 * Links go to the web or to a mail address, open apart and vouch for nothing.
 */
const allowed: sanitize.IOptions = {
  allowedTags: [
    'p',
    'h3',
    'h4',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'u',
    's',
    'blockquote',
    'code',
    'pre',
    'br',
    'hr',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: {
    a: ['href', 'rel', 'target'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    ol: ['start'],
  },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesByTag: {},
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nonTextTags: [
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'template',
    'svg',
    'math',
    'iframe',
    'object',
    'title',
    'xmp',
  ],
  transformTags: {
    b: 'strong',
    i: 'em',
    strike: 's',
    del: 's',
    h1: 'h3',
    h2: 'h3',
    h5: 'h4',
    h6: 'h4',
    a: (tagName, { href = '' }) => ({ tagName, attribs: { href, rel: 'nofollow noopener ugc', target: '_blank' } }),
  },
  nestingLimit: 20,
};

/** Safe to put into a page as it is. An editor's empty paragraph is no text. */
export function sanitizeRichText(html: string): string {
  const clean = sanitize(html, allowed).trim();
  return plainText(clean) === '' ? '' : clean;
}

/** Of what `sanitizeRichText` made: blank lines separate paragraphs. */
export function plainText(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>\s*/g, '\n')
    .replace(/<li>/g, '<li>• ')
    .replace(/<\/(li|tr)>/g, '\n')
    .replace(/<\/(td|th)>/g, ' ')
    .replace(/<\/?(p|h3|h4|ul|ol|blockquote|pre|table|hr)( [^>]*)?\/?>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ', amp: '&' };

/** For descriptions that come as plain text, from imports: blank lines separate paragraphs. */
export function richTextOf(plain: string): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return plain
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escaped(paragraph).replace(/\n/g, '<br />')}</p>`)
    .join('');
}
