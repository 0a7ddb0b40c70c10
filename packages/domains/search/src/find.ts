import type { SearchEngine, SearchReply, SearchRequest } from './engine.ts';
import type { WordCorrection } from './ports.ts';
import { type SynonymRules, toSlots } from './synonyms.ts';

export interface Found {
  reply: SearchReply;
  corrected: string | null;
  didYouMean: string | null;
  dropped: string[];
}

/** Fewer matches than this make it worth asking whether something else was meant. */
const fewMatches = 3;
const muchMore = 10;

/** Words that the title of the best result has, else the closest: what the shopper is told was searched. */
function readable(corrections: readonly WordCorrection[], reply: SearchReply, all: boolean): string {
  const title = ` ${(reply.items ?? []).map(({ card, title }) => (title ?? card.title).toLowerCase())[0] ?? ''} `;
  return corrections
    .map(({ word, known, candidates }) => {
      if (known && !all) return word;
      if (all && known && title.includes(word)) return word;
      return (candidates.find((candidate) => title.includes(candidate.word)) ?? candidates[0])?.word ?? word;
    })
    .join(' ');
}

/** Each word may also be one of the close ones; words that nothing is close to are left out. */
function correctedSlots(corrections: readonly WordCorrection[], all: boolean): string[][][] {
  return corrections.flatMap(({ word, known, candidates }) => {
    const close = known && !all ? [] : candidates.map((candidate) => [candidate.word]);
    return known || close.length > 0 ? [[[word], ...close]] : [];
  });
}

function otherMeaning(corrections: readonly WordCorrection[]): string | null {
  const words = corrections.map(({ word, documents, candidates: [best] }) =>
    best && best.documents >= muchMore * Math.max(documents, 1) ? best.word : word,
  );
  return words.some((word, index) => word !== corrections[index]?.word) ? words.join(' ') : null;
}

/**
 * One question when something matches. When nothing does: words that no product has become the ones close to them,
 * then every word may; and if that is in vain, products that have at least one of the words.
 */
export async function find(
  engine: SearchEngine,
  request: Omit<SearchRequest, 'slots' | 'anySlot' | 'text'>,
  words: readonly string[],
  rules: SynonymRules,
): Promise<Found> {
  const ask = (slots: SearchRequest['slots'], text: string, anySlot = false) =>
    engine.search({ ...request, slots, text, anySlot });
  const typed = words.join(' ');
  const plain = { corrected: null, didYouMean: null, dropped: [] };
  const reply = await ask(toSlots(words, rules), typed);
  // Several words that are all right and meet in a product are no slip of the keyboard.
  const doubtful = reply.matched === 0 || (words.length === 1 && reply.matched < fewMatches);
  if (words.length === 0 || !doubtful) return { reply, ...plain };
  const corrections = await engine.correct(words, request.locale);
  if (reply.matched > 0) return { reply, ...plain, didYouMean: otherMeaning(corrections) };

  const hopeless = corrections.filter(({ known, candidates }) => !known && candidates.length === 0);
  const dropped = hopeless.map(({ word }) => word);
  for (const all of [false, true]) {
    const slots = correctedSlots(corrections, all);
    const changes = corrections.some(({ known, candidates }) => candidates.length > 0 && (all || !known));
    if (slots.length === 0 || (!changes && (all || dropped.length === 0))) continue;
    const second = await ask(slots, typed);
    if (second.matched > 0) {
      const kept = corrections.filter((correction) => !hopeless.includes(correction));
      return { reply: second, corrected: changes ? readable(kept, second, all) : null, didYouMean: null, dropped };
    }
  }
  if (words.length === 1) return { reply, ...plain };
  const slots = correctedSlots(corrections, false);
  if (slots.length === 0) return { reply, ...plain };
  const any = await ask(slots, typed, true);
  return { reply: any, ...plain, dropped: any.matched > 0 ? dropped : [] };
}
