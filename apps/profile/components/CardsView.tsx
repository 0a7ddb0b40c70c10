import { Badge, Button, CardIcon, EmptyState, Notice, useI18n } from '@mallhive/ui';
import { useRef, useState } from 'react';
import { useTexts } from '../texts.ts';
import type { SavedCard } from '../types.ts';

export interface CardsViewProps {
  cards: readonly SavedCard[];
  failed: boolean;
  busy: boolean;
  onRemove: (card: SavedCard) => Promise<unknown>;
  onChoose: (card: SavedCard) => void;
}

/** Saved cards: which comes first, and removing one after asking. */
export function CardsView({ cards, failed, busy, onRemove, onChoose }: CardsViewProps) {
  const text = useTexts().cards;
  const { say } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const remove = async (card: SavedCard) => {
    await onRemove(card);
    setAsking(null);
    // The row with the button is gone.
    heading.current?.focus();
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="mb-2 outline-none">
        {text.title}
      </h1>
      <p className="mb-6 max-w-prose text-ink-soft">{text.lead}</p>
      {failed ? (
        <Notice tone="danger" role="alert" className="mb-6">
          {text.failed}
        </Notice>
      ) : null}
      {cards.length === 0 ? (
        <EmptyState level={2} icon={<CardIcon />} title={text.empty}>
          {text.emptyText}
        </EmptyState>
      ) : (
        <ul className="grid gap-4">
          {cards.map((card) => (
            <li
              key={`${card.provider} ${card.id}`}
              className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-tile border border-line bg-surface p-5"
            >
              <span>
                <span className="flex flex-wrap items-center gap-3 font-semibold">
                  <bdi>{card.label}</bdi>
                  {card.isDefault ? <Badge tone="accent">{text.first}</Badge> : null}
                </span>
                {card.expires ? (
                  <span className="block text-sm text-ink-soft">{say(text.expires, { date: card.expires })}</span>
                ) : null}
              </span>
              {asking === card.id ? (
                <span className="flex flex-wrap items-center gap-3">
                  <span>{say(text.sure, { card: card.label })}</span>
                  <Button variant="danger" size="small" busy={busy} autoFocus onClick={() => void remove(card)}>
                    {text.removeIt}
                  </Button>
                  <Button variant="secondary" size="small" onClick={() => setAsking(null)}>
                    {text.keep}
                  </Button>
                </span>
              ) : (
                <span className="flex flex-wrap items-center gap-4">
                  {card.isDefault ? null : (
                    <Button
                      variant="link"
                      disabled={busy}
                      aria-label={say(text.chooseCard, { card: card.label })}
                      onClick={() => onChoose(card)}
                    >
                      {text.choose}
                    </Button>
                  )}
                  <Button
                    variant="link"
                    disabled={busy}
                    aria-label={say(text.removeCard, { card: card.label })}
                    onClick={() => setAsking(card.id)}
                  >
                    {text.remove}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
