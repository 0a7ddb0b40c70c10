import { Button, PlusIcon, RadioCards, SelectField, TextField, useI18n } from '@mallhive/ui';
import { type InputHTMLAttributes, useState } from 'react';
import { countries, rulesFor, tidyPostcode } from '../logic/address.ts';
import { useTexts } from '../texts.ts';
import type { Address } from '../types.ts';
import { type Flow, otherAddress } from './flow-types.ts';

interface AddressInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'name'> {
  flow: Flow;
  name: keyof Address;
  label: string;
  optional?: boolean;
  hint?: string;
}

function AddressInput({ flow, name, ...rest }: AddressInputProps) {
  return (
    <TextField
      {...rest}
      id={`checkout-address-${name}`}
      name={`address-${name}`}
      value={flow.address[name]}
      error={flow.errors[`address.${name}`]}
      onChange={(event) => flow.setAddress({ [name]: event.currentTarget.value })}
      onBlur={() => flow.touch(`address.${name}`)}
    />
  );
}

/** Saved addresses first: one press and the form is done. */
export function AddressSection({ flow }: { flow: Flow }) {
  const text = useTexts().page;
  const { savedAddresses, chosenAddress } = flow;
  return (
    <section aria-labelledby="checkout-address" className="grid gap-4">
      <h2 id="checkout-address" className="text-2xl">
        {text.address}
      </h2>
      {savedAddresses.length > 0 ? (
        <RadioCards
          legend={text.savedAddresses}
          hideLegend
          name="saved-address"
          value={chosenAddress ?? otherAddress}
          onChange={(value) => flow.chooseAddress(value === otherAddress ? null : value)}
          options={[
            ...savedAddresses.map((address) => ({
              value: address.id,
              label: address.name,
              description: [address.line1, address.line2, address.city, address.postcode].filter(Boolean).join(', '),
            })),
            { value: otherAddress, label: text.otherAddress },
          ]}
        />
      ) : null}
      {chosenAddress === null ? <AddressFields flow={flow} /> : null}
    </section>
  );
}

function AddressFields({ flow }: { flow: Flow }) {
  const { country } = useI18n();
  const text = useTexts().page;
  const [second, setSecond] = useState(flow.address.line2 !== '');
  const rules = rulesFor(flow.address.country);
  const postcode = (
    <AddressInput
      key="postcode"
      flow={flow}
      name="postcode"
      label={text.labels[rules.postcodeLabel]}
      autoComplete="shipping postal-code"
      autoCapitalize="characters"
      inputMode={rules.postcodeInputMode}
      placeholder={rules.postcodeExample}
      required
    />
  );
  const city = (
    <AddressInput
      key="city"
      flow={flow}
      name="city"
      label={text.labels[rules.cityLabel]}
      autoComplete="shipping address-level2"
      required
    />
  );
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <SelectField
          label={text.country}
          id="checkout-address-country"
          name="address-country"
          autoComplete="shipping country"
          value={flow.address.country}
          options={countries.map(({ code }) => ({ value: code, label: country(code) }))}
          onChange={(event) => {
            const country = event.currentTarget.value;
            flow.setAddress({ country, postcode: tidyPostcode(flow.address.postcode, country) });
          }}
        />
      </div>
      <div className="sm:col-span-2">
        <AddressInput flow={flow} name="name" label={text.name} autoComplete="shipping name" required />
      </div>
      <div className="sm:col-span-2">
        <AddressInput flow={flow} name="line1" label={text.line1} autoComplete="shipping address-line1" required />
      </div>
      <div className="sm:col-span-2">
        {second ? (
          <AddressInput flow={flow} name="line2" label={text.line2} optional autoComplete="shipping address-line2" />
        ) : (
          <Button variant="link" size="small" onClick={() => setSecond(true)}>
            <PlusIcon />
            {text.addLine2}
          </Button>
        )}
      </div>
      {rules.postcodeFirst ? [postcode, city] : [city, postcode]}
      {rules.regionLabel ? (
        <AddressInput
          flow={flow}
          name="region"
          label={text.labels[rules.regionLabel]}
          optional={!rules.regionRequired}
          required={rules.regionRequired}
          autoComplete="shipping address-level1"
        />
      ) : null}
      <AddressInput
        flow={flow}
        name="phone"
        label={text.phone}
        optional
        hint={text.phoneHint}
        type="tel"
        inputMode="tel"
        autoComplete="shipping tel"
      />
    </div>
  );
}
