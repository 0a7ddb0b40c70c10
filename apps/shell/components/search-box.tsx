import { useApi } from '@mallhive/api-client';
import { localisedPath, SearchIcon, useI18n } from '@mallhive/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../texts.ts';
import { type Suggestion, SuggestionList, suggestionsOf } from './suggestions.tsx';

const waitMs = 120;

/** A search form that also works before any script has loaded, and a combobox with suggestions after. */
export function SearchBox() {
  const words = useTexts().header;
  const { say, money, locale, currency } = useI18n();
  const router = useRouter();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const list = useId();
  const form = useRef<HTMLFormElement>(null);

  const query = router.pathname === '/search' ? String(router.query.q ?? '') : '';
  useEffect(() => setText(query), [query]);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), waitMs);
    return () => clearTimeout(timer);
  }, [text]);

  const answer = useQuery(
    useApi().search.suggest.queryOptions(
      { query: asked || ' ', locale, currency },
      { enabled: open && asked.length > 1, placeholderData: keepPreviousData, staleTime: 60_000, retry: false },
    ),
  );
  const suggestions = asked.length > 1 && answer.data ? suggestionsOf(answer.data, asked, words, { say, money }) : [];
  const shown = open && suggestions.length > 0;

  const go = (href: string) => {
    setOpen(false);
    setActive(-1);
    void router.push(href);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // The browser would clear the field; the first press only closes what is below it.
      if (shown) event.preventDefault();
      setOpen(false);
    }
    if (!shown || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    const step = event.key === 'ArrowDown' ? 1 : -1;
    setActive((active + step + suggestions.length + 1) % (suggestions.length + 1));
  };
  const chosen: Suggestion | undefined = shown ? suggestions[active] : undefined;

  return (
    <search className="relative block">
      <form
        ref={form}
        action={localisedPath(locale, '/search')}
        className="flex h-12 items-center rounded-full border border-line-strong bg-surface ps-4 focus-within:border-accent-strong focus-within:ring-2 focus-within:ring-accent-strong"
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) go(chosen.href);
          else if (text.trim()) go(`/search?q=${encodeURIComponent(text.trim())}`);
        }}
        onBlur={(event) => !form.current?.parentElement?.contains(event.relatedTarget) && setOpen(false)}
      >
        <input
          type="search"
          name="q"
          role="combobox"
          aria-label={words.searchLabel}
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? `${list}-${active}` : undefined}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={100}
          placeholder={words.searchPlaceholder}
          className="min-w-0 flex-1 bg-transparent outline-none [&::-webkit-search-cancel-button]:hidden"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
            setActive(-1);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={keys}
        />
        <button type="submit" aria-label={words.search} className="mh-icon-button">
          <SearchIcon />
        </button>
      </form>
      <SuggestionList id={list} open={shown} active={active} suggestions={suggestions} onChoose={go} />
      <p className="mh-visually-hidden" role="status">
        {open && asked.length > 1 && answer.data ? say(words.suggestions, { count: suggestions.length }) : ''}
      </p>
    </search>
  );
}
