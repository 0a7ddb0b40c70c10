import { Button, EmptyState, LinkButton, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import type { ListingScope } from '../logic/listing-request.ts';
import { choiceCount, type ListingState } from '../logic/listing-state.ts';
import { useTexts } from '../texts.ts';
import { PopularCategories } from './PopularCategories.tsx';

/** Says why there may be nothing, and offers the way that most likely helps. */
export function NothingFound({
  scope,
  state,
  categories,
  onClear,
}: {
  scope: ListingScope;
  state: ListingState;
  /** Where others find something. */
  categories: { path: string; name: string }[];
  onClear: () => void;
}) {
  const texts = useTexts().listing;
  const { say } = useI18n();
  const narrowed = choiceCount(state) > 0;
  const searched = scope.kind === 'search' && state.query !== '' && !narrowed;
  return (
    <EmptyState
      title={
        searched
          ? say(texts.emptySearchTitle, { query: state.query })
          : narrowed
            ? texts.emptyTitle
            : texts.emptyCategoryTitle
      }
      more={searched && categories.length > 0 ? <PopularCategories categories={categories} /> : null}
      actions={
        <>
          {narrowed ? <Button onClick={onClear}>{texts.clear}</Button> : null}
          <LinkButton href="/" as={Link} variant={narrowed ? 'secondary' : 'primary'}>
            {texts.backHome}
          </LinkButton>
          <LinkButton href="/sale" as={Link} variant="secondary">
            {texts.sale}
          </LinkButton>
        </>
      }
    >
      {searched ? texts.emptySearchText : narrowed ? texts.emptyText : texts.emptyCategoryText}
    </EmptyState>
  );
}
