import { type Database, statement } from '@mallhive/db';
import type { Locale } from '@mallhive/kernel';
import type { WordCorrection } from './ports.ts';

/**
 * For each word the closest that products have, in the language or in English. Two letters swapped count as two steps,
 * so short words need the same start.
 */
const correct = statement(
  'search.correct-words',
  `with vocabulary as materialized (
     select word, sum(documents)::int as documents from search.terms where locale in ('en', $2) group by word
   )
   select typed.word, coalesce(k.documents, 0) as documents, k.word is not null as known, coalesce(best.candidates, '[]') as candidates
   from unnest($1::text[]) with ordinality as typed (word, place)
   left join vocabulary k on k.word = typed.word
   left join lateral (
     select json_agg(json_build_object('word', c.word, 'documents', c.documents) order by c.place) as candidates from (
       select n.word, n.documents, row_number() over (order by n.distance - n.swapped::int, left(n.word, 1) <> left(typed.word, 1),
         public.similarity(n.word, typed.word) desc, n.documents desc, n.word) as place
       from (
         select t.word, t.documents, levenshtein(t.word, typed.word) as distance,
           array(select unnest(string_to_array(t.word, null)) order by 1) = array(select unnest(string_to_array(typed.word, null)) order by 1) as swapped
         from vocabulary t
         where length(typed.word) >= 3 and t.word <> typed.word
           and length(t.word) between length(typed.word) - 2 and length(typed.word) + 2
           and levenshtein_less_equal(t.word, typed.word, 3) <= case when length(typed.word) <= 3 then 1 when length(typed.word) <= 8 then 2 else 3 end
       ) n
       where left(n.word, 1) = left(typed.word, 1) or n.distance <= 1 or n.swapped or length(typed.word) >= 6
       order by place limit 8
     ) c
   ) best on true
   order by typed.place`,
);

export function correctWords(db: Database, words: readonly string[], locale: Locale): Promise<WordCorrection[]> {
  return db.sql.many<WordCorrection>(correct, [words, locale]);
}
