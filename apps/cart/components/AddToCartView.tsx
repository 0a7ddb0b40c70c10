import { Button, CheckIcon, PlusIcon, type Speech, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';

type Words = ReturnType<typeof useTexts>['add'];

export type AddState =
  | { kind: 'idle' }
  /** The server's HTML, before the page can react. */
  | { kind: 'loading' }
  | { kind: 'adding' }
  | { kind: 'added' }
  | { kind: 'limited'; available: number }
  | { kind: 'none-left' }
  | { kind: 'full'; most: number }
  | { kind: 'failed' };

export interface AddToCartViewProps {
  state: AddState;
  available: boolean;
  compact: boolean;
  onAdd: () => void;
}

function hintOf(state: AddState, text: Words, say: Speech['say']): string | null {
  if (state.kind === 'limited') return say(text.limited, { count: state.available });
  if (state.kind === 'none-left') return text.noneLeft;
  if (state.kind === 'full') return say(text.full, { count: state.most });
  return state.kind === 'failed' ? text.failed : null;
}

function spokenOf(state: AddState, text: Words, say: Speech['say']): string {
  if (state.kind === 'added') return text.announceAdded;
  if (state.kind === 'limited') return say(text.announceLimited, { count: state.available });
  return hintOf(state, text, say) ?? '';
}

/** A button in every state, with room kept for what it says, so that nothing jumps. */
export function AddToCartView({ state, available, compact, onAdd }: AddToCartViewProps) {
  const text = useTexts().add;
  const { say } = useI18n();
  const hint = hintOf(state, text, say);
  const added = state.kind === 'added' || state.kind === 'limited';
  const label = compact ? text.compactLabel : text.label;
  return (
    <div className={compact ? 'relative' : 'grid gap-2'}>
      <Button
        variant="accent"
        size={compact ? 'small' : 'large'}
        block={!compact}
        disabled={!available || state.kind === 'loading'}
        busy={state.kind === 'adding'}
        onClick={onAdd}
        // Until the page can react the button is only not usable yet, which must not look like sold out.
        className={available && state.kind === 'loading' ? 'disabled:bg-accent disabled:text-accent-ink' : ''}
      >
        {added && state.kind !== 'limited' ? (
          <CheckIcon />
        ) : compact && available && state.kind !== 'adding' ? (
          <PlusIcon />
        ) : null}
        {!available
          ? text.soldOut
          : state.kind === 'adding'
            ? text.adding
            : added
              ? text.added
              : state.kind === 'failed'
                ? text.retry
                : label}
      </Button>
      {compact ? null : (
        <p className="min-h-6 text-center text-sm">
          {added ? (
            <Link href="/cart" className="font-semibold underline underline-offset-4">
              {text.viewCart}
            </Link>
          ) : null}
          {hint ? <span className={state.kind === 'failed' ? 'text-danger' : 'text-caution'}> {hint}</span> : null}
        </p>
      )}
      {compact && hint ? (
        <p className="absolute end-0 bottom-full z-10 mb-1 w-max max-w-44 rounded-control bg-surface px-2 py-1 text-xs text-caution shadow-lift">
          {hint}
        </p>
      ) : null}
      <span role="status" className="mh-visually-hidden">
        {spokenOf(state, text, say)}
      </span>
    </div>
  );
}
