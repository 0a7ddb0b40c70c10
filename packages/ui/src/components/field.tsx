import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../i18n/context.tsx';
import { AlertIcon, ChevronDownIcon } from './icons.tsx';

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to put it right; marks the control invalid. */
  error?: string | null;
  /** Says "optional" behind the label. */
  optional?: boolean;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  className?: string;
};

/** Ids and ARIA attributes that tie label, control, hint and error together. */
export function useField({ hint, error }: Pick<FieldProps, 'hint' | 'error'>, givenId?: string) {
  const generated = useId();
  const id = givenId ?? generated;
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(' ');
  return { id, control: { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } };
}

export function Field({
  id,
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  const { text } = useUi();
  return (
    <div className={cx('mh-field', className)}>
      <label className={hideLabel ? 'mh-visually-hidden' : 'mh-label'} htmlFor={id}>
        {label}
        {optional ? <small>{text.optional}</small> : null}
      </label>
      {children}
      {hint ? (
        <span className="mh-hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span className="mh-field-error" id={`${id}-error`} role="alert">
          <AlertIcon />
          {error}
        </span>
      ) : null}
    </div>
  );
}

export type TextFieldProps = FieldProps & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };

export function TextField({ label, hint, error, optional, hideLabel, className, id, ...rest }: TextFieldProps) {
  const field = useField({ hint, error }, id);
  return (
    <Field {...{ label, hint, error, optional, hideLabel, className }} id={field.id}>
      <input type="text" {...rest} {...field.control} className="mh-control" />
    </Field>
  );
}

export type TextAreaFieldProps = FieldProps &
  TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> };

export function TextAreaField({ label, hint, error, optional, hideLabel, className, id, ...rest }: TextAreaFieldProps) {
  const field = useField({ hint, error }, id);
  return (
    <Field {...{ label, hint, error, optional, hideLabel, className }} id={field.id}>
      <textarea {...rest} {...field.control} className="mh-control" />
    </Field>
  );
}

export type SelectFieldProps = FieldProps &
  SelectHTMLAttributes<HTMLSelectElement> & {
    ref?: Ref<HTMLSelectElement>;
    options: Array<{ value: string; label: string; disabled?: boolean }>;
  };

export function SelectField({
  label,
  hint,
  error,
  optional,
  hideLabel,
  className,
  id,
  options,
  ...rest
}: SelectFieldProps) {
  const field = useField({ hint, error }, id);
  return (
    <Field {...{ label, hint, error, optional, hideLabel, className }} id={field.id}>
      <span className="mh-select">
        <select {...rest} {...field.control} className="mh-control">
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDownIcon />
      </span>
    </Field>
  );
}
