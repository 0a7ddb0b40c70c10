import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { cx } from '../cx.ts';
import { AlertIcon } from './icons.tsx';

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  label: ReactNode;
  /** Number at the end of the line, for facets. */
  count?: number;
  error?: string | null;
  ref?: Ref<HTMLInputElement>;
};

export function Checkbox({ label, count, error, className, disabled, ...rest }: CheckboxProps) {
  const errorId = useId();
  return (
    <div className={className}>
      <label className="mh-checkbox" data-disabled={disabled}>
        <input
          {...rest}
          type="checkbox"
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
        />
        <span>{label}</span>
        {count === undefined ? null : <span className="mh-checkbox-count">{count.toLocaleString('en-GB')}</span>}
      </label>
      {error ? (
        <span className="mh-field-error" id={errorId} role="alert">
          <AlertIcon />
          {error}
        </span>
      ) : null}
    </div>
  );
}

export type RadioCardsProps = {
  legend: string;
  hideLegend?: boolean;
  name?: string;
  value: string | null;
  onChange: (value: string) => void;
  options: Array<{
    value: string;
    label: ReactNode;
    description?: ReactNode;
    /** Shown at the end: a price, a logo. */
    end?: ReactNode;
    disabled?: boolean;
  }>;
  error?: string | null;
  className?: string;
};

/** A choice of one among a few, each with room for an explanation. Arrow keys move, as with any radio group. */
export function RadioCards({ legend, hideLegend, name, value, onChange, options, error, className }: RadioCardsProps) {
  const generated = useId();
  return (
    <fieldset className={cx('mh-field', className)} aria-describedby={error ? `${generated}-error` : undefined}>
      <legend className={hideLegend ? 'mh-visually-hidden' : 'mh-label'} style={{ marginBottom: '0.5rem' }}>
        {legend}
      </legend>
      <div className="mh-radio-cards">
        {options.map((option) => (
          <label key={option.value} className="mh-radio-card">
            <input
              type="radio"
              name={name ?? generated}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              <strong style={{ fontWeight: 600 }}>{option.label}</strong>
              {option.description ? <small className="mh-hint">{option.description}</small> : null}
            </span>
            {option.end ? <span className="mh-radio-card-end">{option.end}</span> : null}
          </label>
        ))}
      </div>
      {error ? (
        <span className="mh-field-error" id={`${generated}-error`} role="alert">
          <AlertIcon />
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}
