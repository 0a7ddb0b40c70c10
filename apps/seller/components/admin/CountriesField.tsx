import { SelectField, Tag } from '@mallhive/ui';
import { countryName } from '../../logic/countries.ts';
import { world } from '../../logic/world.ts';
import { rulesMessages as text } from '../../messages/rules.ts';

interface CountriesFieldProps {
  countries: readonly string[];
  onChange: (countries: string[]) => void;
}

/** Countries as tags that can be taken out, and a list to add one from. */
export function CountriesField({ countries, onChange }: CountriesFieldProps) {
  const left = world.filter(({ value }) => !countries.includes(value));
  return (
    <div className="grid gap-3">
      <p className="mh-label">{text.countries}</p>
      {countries.length === 0 ? <p className="text-sm text-ink-soft">{text.noCountries}</p> : null}
      <ul className="flex flex-wrap gap-2">
        {countries.map((code) => (
          <li key={code}>
            <Tag
              chosen
              aria-label={text.removeCountry(countryName(code))}
              onClick={() => onChange(countries.filter((other) => other !== code))}
            >
              {countryName(code)} ×
            </Tag>
          </li>
        ))}
      </ul>
      <SelectField
        label={text.addCountry}
        hideLabel
        className="max-w-xs"
        value=""
        options={[{ value: '', label: text.addCountry }, ...left]}
        onChange={({ currentTarget }) => {
          if (currentTarget.value) onChange([...countries, currentTarget.value]);
        }}
      />
    </div>
  );
}
