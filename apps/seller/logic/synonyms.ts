/** "sofa, couch ,, settee" as the words and phrases that it names. */
export function splitTerms(text: string): string[] {
  return [...new Set(text.split(/[,،;\n]/).map((term) => term.trim()))].filter(Boolean);
}

/** As one line. */
export function sayTerms({
  terms,
  replacements,
}: {
  terms: readonly string[];
  replacements: readonly string[];
}): string {
  return replacements.length > 0 ? `${terms.join(', ')} → ${replacements.join(', ')}` : terms.join(' = ');
}
