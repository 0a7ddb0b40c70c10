import { Badge, Button, EmptyState, PinIcon, PlusIcon, useI18n } from '@mallhive/ui';
import { useState } from 'react';
import { type AddressFields, addressLines, emptyFields } from '../logic/address-form.ts';
import { useTexts } from '../texts.ts';
import type { SaveAddress, SavedAddress } from '../types.ts';
import { AddressForm } from './AddressForm.tsx';

export interface AddressBookProps {
  addresses: readonly SavedAddress[];
  saving: boolean;
  saveFailed: boolean;
  /** Resolves to whether it is saved: the form closes then. */
  onSave: (address: SaveAddress) => Promise<boolean>;
  onRemove: (address: SavedAddress) => void;
}

function fieldsOf(address: SavedAddress): AddressFields {
  const { id: _id, ...fields } = address;
  return fields;
}

export function AddressBook({ addresses, saving, saveFailed, onSave, onRemove }: AddressBookProps) {
  const text = useTexts().account;
  const { say, country } = useI18n();
  /** An id, `new`, or null while nothing is edited. */
  const [editing, setEditing] = useState<string | null>(null);
  const edited = addresses.find((address) => address.id === editing);
  const save = async (fields: AddressFields) => {
    if (await onSave({ ...fields, ...(edited && { id: edited.id }) })) setEditing(null);
  };
  const form =
    editing === null ? null : (
      <AddressForm
        key={editing}
        title={edited ? text.changeAddress : text.newAddress}
        start={edited ? fieldsOf(edited) : { ...emptyFields, isDefault: addresses.length === 0 }}
        saving={saving}
        failed={saveFailed}
        onSave={(fields) => void save(fields)}
        onCancel={() => setEditing(null)}
      />
    );
  const add = (
    <Button variant="secondary" onClick={() => setEditing('new')}>
      <PlusIcon />
      {text.addAddress}
    </Button>
  );
  return (
    <section aria-labelledby="account-addresses">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h2 id="account-addresses">{text.addresses}</h2>
        {addresses.length > 0 && editing !== 'new' ? add : null}
      </div>
      {editing === 'new' ? <div className="mb-4">{form}</div> : null}
      {addresses.length === 0 && editing === null ? (
        <EmptyState level={3} icon={<PinIcon />} title={text.addAddress} actions={add}>
          {text.noAddresses}
        </EmptyState>
      ) : null}
      <ul className="grid gap-4 sm:grid-cols-2">
        {addresses.map((address) =>
          address.id === editing ? (
            <li key={address.id} className="sm:col-span-2">
              {form}
            </li>
          ) : (
            <li key={address.id} className="flex flex-col rounded-tile border border-line bg-surface p-5">
              <address className="not-italic">
                {addressLines(address, country).map((line, index) => (
                  <span key={line} className={index === 0 ? 'block font-semibold' : 'block text-ink-soft'}>
                    <bdi>{line}</bdi>
                  </span>
                ))}
              </address>
              <p className="mt-auto flex flex-wrap items-center gap-4 pt-4">
                <Button
                  variant="link"
                  aria-label={say(text.editAddress, { line: address.line1 })}
                  onClick={() => setEditing(address.id)}
                >
                  {text.edit}
                </Button>
                <Button
                  variant="link"
                  aria-label={say(text.removeAddress, { line: address.line1 })}
                  onClick={() => onRemove(address)}
                >
                  {text.remove}
                </Button>
                {address.isDefault ? <Badge tone="accent">{text.isDefault}</Badge> : null}
              </p>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
