import { useI18n } from '@mallhive/ui';
import { useCallback, useMemo, useState } from 'react';
import { emptyAddress, tidyPostcode } from '../logic/address.ts';
import { type CardFields, formatCardNumber, formatCvc, formatExpiry } from '../logic/card.ts';
import { fieldErrors } from '../logic/validate.ts';
import { useTexts } from '../texts.ts';
import type { Address, SavedAddress } from '../types.ts';
import type { FieldName } from './flow-types.ts';

const emptyCard: CardFields = { number: '', expiry: '', cvc: '' };

/** The values of the fields whose names begin with `prefix`, without it. */
function under(entries: ReadonlyMap<string, string>, prefix: string): Record<string, string> {
  const found = [...entries].filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value]));
}

/** A card as it is typed, in the form that the fields give it. */
function cardOf({ number = '', expiry = '', cvc = '' }: Partial<CardFields>): CardFields {
  return { number: formatCardNumber(number), expiry: formatExpiry(expiry), cvc: formatCvc(cvc, number) };
}

/** The fields of an address, without what a saved one has besides. */
function addressOf({ name, line1, line2, city, region, postcode, country, phone }: Address): Address {
  return { name, line1, line2, city, region, postcode, country, phone };
}

export interface FormStart {
  email: string;
  country: string;
  savedAddresses: SavedAddress[];
}

/** What has been typed, and what is wrong with it: shown once the field was left, or all at once after a try to pay. */
export function useCheckoutForm({ email: startEmail, country, savedAddresses }: FormStart) {
  const preferred = savedAddresses.find((candidate) => candidate.isDefault) ?? savedAddresses[0];
  const [email, setEmail] = useState(startEmail);
  const [address, setAddressState] = useState<Address>(preferred ? addressOf(preferred) : emptyAddress(country));
  const [chosenAddress, setChosen] = useState<string | null>(preferred?.id ?? null);
  const [card, setCardState] = useState(emptyCard);
  const [touched, setTouched] = useState<ReadonlySet<FieldName>>(new Set());
  const [tried, setTried] = useState(false);

  const { field, page } = useTexts();
  const { say } = useI18n();
  const all = useMemo(
    () => fieldErrors(email, address, card, new Date(), { field, labels: page.labels, say }),
    [email, address, card, field, page, say],
  );
  const errors = useMemo(
    () => (tried ? all : Object.fromEntries(Object.entries(all).filter(([field]) => touched.has(field as FieldName)))),
    [all, touched, tried],
  );

  const setAddress = useCallback((patch: Partial<Address>) => {
    setAddressState((current) => ({ ...current, ...patch }));
  }, []);
  const setCard = useCallback((patch: Partial<CardFields>) => {
    setCardState((current) => ({ ...current, ...patch }));
  }, []);
  const touch = useCallback((field: FieldName) => {
    if (field === 'address.postcode') {
      setAddressState((current) => ({ ...current, postcode: tidyPostcode(current.postcode, current.country) }));
    }
    setTouched((current) => new Set(current).add(field));
  }, []);
  const chooseAddress = useCallback(
    (id: string | null) => {
      const saved = savedAddresses.find((candidate) => candidate.id === id);
      setChosen(saved?.id ?? null);
      setAddressState((current) => (saved ? addressOf(saved) : emptyAddress(current.country)));
      return saved;
    },
    [savedAddresses],
  );
  const restore = useCallback(
    (draft: { email: string; address: Address }) => {
      setEmail(draft.email);
      setAddressState(addressOf(draft.address));
      const same = savedAddresses.find(
        (candidate) => JSON.stringify(addressOf(candidate)) === JSON.stringify(addressOf(draft.address)),
      );
      setChosen(same?.id ?? null);
    },
    [savedAddresses],
  );
  const takeCard = useCallback((entries: ReadonlyMap<string, string>) => {
    setCardState((current) => cardOf({ ...current, ...under(entries, 'card-') }));
  }, []);
  const takeContact = useCallback((entries: ReadonlyMap<string, string>) => {
    setEmail((current) => entries.get('email') ?? current);
    setAddressState((current) => ({ ...current, ...under(entries, 'address-') }));
  }, []);

  return {
    email,
    address,
    card,
    chosenAddress,
    errors,
    /** Everything that is wrong, shown or not. */
    allErrors: all,
    setEmail,
    setAddress,
    setCard,
    touch,
    chooseAddress,
    restore,
    /** By the names of fields: what was typed before the scripts ran. */
    takeCard,
    takeContact,
    showAll: useCallback(() => setTried(true), []),
    /** The saved address becomes text to correct. */
    editChosen: useCallback(() => setChosen(null), []),
    clearSecurityCode: useCallback(() => {
      setTried(false);
      setTouched(new Set());
      setCardState((current) => ({ ...current, cvc: '' }));
    }, []),
  };
}
