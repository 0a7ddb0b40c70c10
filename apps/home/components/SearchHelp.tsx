import { Notice, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';
import type { SearchAnswer } from '../types.ts';

/** What was done to the search, or could be: corrected, words left out, something spelt nearly the same. */
export function SearchHelp({ typed, answer }: { typed: string; answer: SearchAnswer }) {
  const texts = useTexts().listing;
  const { say } = useI18n();
  const { correctedQuery, didYouMean, droppedWords } = answer;
  if (!correctedQuery && !didYouMean && droppedWords.length === 0) return null;
  const dropped = droppedWords.map((word) => `“${word}”`).join(', ');
  return (
    <Notice className="mb-6">
      {correctedQuery ? (
        say(texts.corrected, { typed, used: correctedQuery })
      ) : droppedWords.length > 0 ? (
        say(texts.dropped, { words: dropped })
      ) : (
        <>
          {texts.didYouMean}{' '}
          <Link
            href={`/search?q=${encodeURIComponent(didYouMean ?? '')}`}
            className="font-medium text-accent-strong underline underline-offset-4"
          >
            {didYouMean}
          </Link>
          ?
        </>
      )}
    </Notice>
  );
}
