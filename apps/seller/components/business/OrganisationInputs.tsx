import { SelectField, TextAreaField, TextField } from '@mallhive/ui';
import { countries, countryName } from '../../logic/countries.ts';
import { type FieldName, type OrganisationFields, problemOf } from '../../logic/organisation-form.ts';
import { organisationMessages } from '../../messages/organisation.ts';

const text = organisationMessages.fields;

interface InputsProps {
  fields: OrganisationFields;
  /** Problems are shown from the first try to go on. */
  tried: boolean;
  disabled?: boolean;
  onChange: (changes: Partial<OrganisationFields>) => void;
}

function useInput({ fields, tried, disabled, onChange }: InputsProps) {
  return (name: keyof OrganisationFields) => ({
    name,
    label: text[name],
    value: fields[name],
    disabled,
    error: tried ? problemOf(name as FieldName, fields[name]) : null,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
}

/** What shoppers see of a shop. */
export function FaceInputs(props: InputsProps & { children?: React.ReactNode }) {
  const input = useInput(props);
  return (
    <div className="grid gap-4">
      <TextField {...input('name')} maxLength={80} required autoComplete="organization" />
      {props.children}
      <TextField {...input('tagline')} hint={text.taglineHint} maxLength={140} optional />
      <TextAreaField {...input('description')} rows={5} maxLength={4000} optional />
    </div>
  );
}

/** Who stands behind it. */
export function BusinessInputs(props: InputsProps) {
  const input = useInput(props);
  const { country } = props.fields;
  const options = countries.some(({ value }) => value === country)
    ? countries
    : [...countries, { value: country, label: countryName(country) }];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField {...input('legalName')} hint={text.legalNameHint} maxLength={200} required className="sm:col-span-2" />
      <SelectField {...input('country')} options={options} />
      <TextField {...input('contactName')} maxLength={120} required autoComplete="name" />
      <TextField {...input('contactEmail')} type="email" maxLength={254} required autoComplete="email" />
      <TextField {...input('contactPhone')} type="tel" maxLength={32} optional autoComplete="tel" />
      <TextField {...input('taxNumber')} maxLength={40} optional autoCapitalize="characters" spellCheck={false} />
      <TextAreaField
        {...input('postalAddress')}
        hint={text.postalAddressHint}
        rows={3}
        maxLength={400}
        optional
        className="sm:col-span-2"
      />
    </div>
  );
}
