import { useState } from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../i18n/context.tsx';
import { IconButton } from './button.tsx';
import { MinusIcon, PlusIcon } from './icons.tsx';

export type QuantityStepperProps = {
  value: number;
  onChange: (value: number) => void;
  minimum?: number;
  maximum?: number;
  /** Read out; say of what. */
  label?: string;
  size?: 'small' | 'medium';
  disabled?: boolean;
  className?: string;
};

/** Typing is taken over when the field is left or Enter is pressed; buttons at once. */
export function QuantityStepper({
  value,
  onChange,
  minimum = 1,
  maximum = 99,
  label,
  size = 'medium',
  disabled,
  className,
}: QuantityStepperProps) {
  const { text } = useUi();
  const name = label ?? text.quantity;
  const [draft, setDraft] = useState<string | null>(null);
  const set = (wanted: number) => {
    const next = Math.min(maximum, Math.max(minimum, Math.round(wanted)));
    setDraft(null);
    if (next !== value) onChange(next);
  };
  const commit = () => {
    if (draft === null) return;
    const typed = Number.parseInt(draft, 10);
    if (Number.isNaN(typed)) setDraft(null);
    else set(typed);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be an inline flex row in every browser.
    <div className={cx('mh-quantity', className)} data-size={size} role="group" aria-label={name}>
      <IconButton
        label={text.decrease}
        size={size}
        disabled={disabled || value <= minimum}
        onClick={() => set(value - 1)}
      >
        <MinusIcon />
      </IconButton>
      <input
        inputMode="numeric"
        aria-label={name}
        value={draft ?? String(value)}
        disabled={disabled}
        onChange={(event) => setDraft(event.target.value.replace(/\D/g, ''))}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'ArrowUp') set(value + 1);
          if (event.key === 'ArrowDown') set(value - 1);
        }}
      />
      <IconButton
        label={text.increase}
        size={size}
        disabled={disabled || value >= maximum}
        onClick={() => set(value + 1)}
      >
        <PlusIcon />
      </IconButton>
    </div>
  );
}
