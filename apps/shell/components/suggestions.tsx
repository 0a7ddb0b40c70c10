import type { RouterOutputs } from '@mallhive/api-client';
import { Picture, SearchIcon, type Speech, StoreIcon } from '@mallhive/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../texts.ts';

type Answer = RouterOutputs['search']['suggest'];
type Words = ReturnType<typeof useTexts>['header'];

export interface Suggestion {
  href: string;
  label: string;
  note?: string;
  picture: ReactNode;
}

/** At most eight lines, what leads furthest first. */
export function suggestionsOf(
  answer: Answer,
  query: string,
  words: Words,
  { say, money }: Pick<Speech, 'say' | 'money'>,
): Suggestion[] {
  const icon = 'grid size-10 place-items-center text-ink-soft';
  const search = (text: string) => `/search?q=${encodeURIComponent(text)}`;
  return [
    ...answer.products.slice(0, 4).map(({ slug, title, price, image }) => ({
      href: `/p/${slug}`,
      label: title,
      note: money(price),
      picture: <Picture image={image} alt="" sizes="40px" ratio={1} rounded className="size-10" />,
    })),
    ...answer.categories.slice(0, 2).map(({ path, name }) => ({
      href: `/c/${path}`,
      label: name,
      note: words.categories,
      picture: (
        <span className={icon}>
          <StoreIcon />
        </span>
      ),
    })),
    ...[...answer.queries.slice(0, 1), query].map((text, index, all) => ({
      href: search(text),
      label: index === all.length - 1 ? say(words.allResults, { query: text }) : text,
      picture: (
        <span className={icon}>
          <SearchIcon />
        </span>
      ),
    })),
  ].filter(({ href }, index, all) => all.findIndex((other) => other.href === href) === index);
}

interface SuggestionListProps {
  id: string;
  open: boolean;
  active: number;
  suggestions: Suggestion[];
  onChoose: (href: string) => void;
}

export function SuggestionList({ id, open, active, suggestions, onChoose }: SuggestionListProps) {
  const words = useTexts().header;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={words.searchLabel}
      hidden={!open}
      className="absolute inset-x-0 top-full z-40 mt-2 overflow-hidden rounded-tile border border-line bg-surface p-2 shadow-lift"
    >
      {suggestions.map(({ href, label, note, picture }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox in front of the list has the keyboard
        <div
          key={href}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className="flex cursor-pointer items-center gap-3 rounded-control px-2 py-1.5 hover:bg-sunken aria-selected:bg-sunken"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(href)}
        >
          {picture}
          <span className="min-w-0 flex-1 truncate">{label}</span>
          {note ? <span className="text-ink-soft text-sm">{note}</span> : null}
        </div>
      ))}
    </div>
  );
}
