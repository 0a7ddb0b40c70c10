import { Button, Checkbox, Notice, SelectField, TextField, useI18n } from '@mallhive/ui';
import { type FormEvent, type InputHTMLAttributes, useEffect, useRef, useState } from 'react';
import { type AddressField, type AddressFields, addressFieldProblems, countries } from '../logic/address-form.ts';
import { useTexts } from '../texts.ts';

export interface AddressFormProps {
  title: string;
  start: AddressFields;
  saving: boolean;
  failed: boolean;
  onSave: (fields: AddressFields) => void;
  onCancel: () => void;
}

export function AddressForm({ title, start, saving, failed, onSave, onCancel }: AddressFormProps) {
  const { account: text, field: label } = useTexts();
  const { country } = useI18n();
  const [fields, setFields] = useState(start);
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const problems = tried ? addressFieldProblems(fields) : {};

  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), []);

  const input = (name: AddressField, autoComplete: string, rest: InputHTMLAttributes<HTMLInputElement> = {}) => {
    const problem = problems[name];
    return (
      <TextField
        {...rest}
        label={label[name]}
        name={name}
        autoComplete={autoComplete}
        optional={!rest.required}
        value={fields[name]}
        error={problem ? label[problem] : null}
        onChange={(event) => setFields({ ...fields, [name]: event.currentTarget.value })}
      />
    );
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(addressFieldProblems(fields)).length === 0) onSave(fields);
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      aria-label={title}
      className="grid gap-4 rounded-tile border border-line bg-surface p-5 sm:grid-cols-2 sm:p-6"
    >
      <h3 className="sm:col-span-2">{title}</h3>
      {failed ? (
        <Notice tone="danger" role="alert" className="sm:col-span-2">
          {text.failed}
        </Notice>
      ) : null}
      <SelectField
        className="sm:col-span-2"
        label={label.country}
        name="country"
        autoComplete="country"
        value={fields.country}
        options={countries.map((code) => ({ value: code, label: country(code) }))}
        onChange={(event) => setFields({ ...fields, country: event.currentTarget.value })}
      />
      <div className="sm:col-span-2">{input('name', 'name', { required: true })}</div>
      <div className="sm:col-span-2">{input('line1', 'address-line1', { required: true })}</div>
      <div className="sm:col-span-2">{input('line2', 'address-line2')}</div>
      {input('city', 'address-level2', { required: true })}
      {input('postcode', 'postal-code', { required: true, autoCapitalize: 'characters' })}
      {input('region', 'address-level1', { required: fields.country === 'US' || fields.country === 'IT' })}
      {input('phone', 'tel', { type: 'tel', inputMode: 'tel' })}
      <Checkbox
        className="sm:col-span-2"
        label={text.setDefault}
        checked={fields.isDefault}
        disabled={start.isDefault}
        onChange={(event) => setFields({ ...fields, isDefault: event.currentTarget.checked })}
      />
      <div className="flex flex-wrap gap-3 sm:col-span-2">
        <Button type="submit" busy={saving}>
          {saving ? text.saving : text.save}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
