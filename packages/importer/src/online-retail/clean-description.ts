const small = new Set(['a', 'an', 'and', 'at', 'by', 'for', 'from', 'in', 'of', 'on', 'or', 'the', 'to', 'with']);
const keepUpper = new Set(['UK', 'LED', 'USA', 'CD', 'DIY', 'BBQ', 'II', 'TV', 'FM', 'XL', 'MDF', 'PVC']);

const abbreviations: [RegExp, string][] = [
  [/\bS\/(\d+)\b/g, 'SET OF $1'],
  [/\bSET\/(\d+)\b/g, 'SET OF $1'],
  [/\bPACK\/(\d+)\b/g, 'PACK OF $1'],
  [/\bBOX\/(\d+)\b/g, 'BOX OF $1'],
  [/\bW\/\s?/g, 'WITH '],
  [/\bASS?TD?\b\.?/g, 'ASSORTED'],
  [/\bASSTD\b/g, 'ASSORTED'],
  [/\bXMAS\b/g, 'CHRISTMAS'],
  [/\bCHRISTMAS CHRISTMAS\b/g, 'CHRISTMAS'],
  [/\bDES\.?$/g, 'DESIGN'],
  [/\bHLDR\b/g, 'HOLDER'],
  [/\bT LIGHT/g, 'T-LIGHT'],
  [/\bTLIGHT/g, 'T-LIGHT'],
  [/\bHAND BAG\b/g, 'HANDBAG'],
  [/\bMETALIC\b/g, 'METALLIC'],
  [/\bN0\b/g, 'NO'],
];

/** `WHITE HANGING HEART T-LIGHT HOLDER ` → `White Hanging Heart T-Light Holder`. */
export function cleanDescription(raw: string): string {
  let text = raw
    .toUpperCase()
    .replace(/[*_"`]+/g, ' ')
    .replace(/\s*,\s*/g, ', ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [pattern, replacement] of abbreviations) text = text.replace(pattern, replacement);
  text = text
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:\-+/&]+$/, '')
    .replace(/^[\s.,;:\-+]+/, '');
  return text
    .split(' ')
    .map((word, index) => {
      if (keepUpper.has(word)) return word;
      const lower = word.toLowerCase();
      if (index > 0 && small.has(lower)) return lower;
      return lower.replace(/(^|[-/(&+])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
    })
    .join(' ');
}
