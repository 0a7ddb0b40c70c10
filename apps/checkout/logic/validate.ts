import type { Speech } from '@mallhive/ui';
import type { FieldName } from '../components/flow-types.ts';
import type { en } from '../messages/en.ts';
import type { Address } from '../types.ts';
import { addressProblems, emailProblem, rulesFor } from './address.ts';
import { type CardFields, cardProblems } from './card.ts';

export interface FieldWords {
  field: (typeof en)['field'];
  labels: (typeof en)['page']['labels'];
  say: Speech['say'];
}

/** What to say at each field, in the order in which the fields stand on the page. */
export function fieldErrors(
  email: string,
  address: Address,
  card: CardFields,
  now: Date,
  { field: words, labels, say }: FieldWords,
): Partial<Record<FieldName, string>> {
  const errors: Partial<Record<FieldName, string>> = {};
  const mail = emailProblem(email);
  if (mail) errors.email = words[mail];
  const rules = rulesFor(address.country);
  const inAddress = addressProblems(address);
  for (const field of ['country', 'name', 'line1', 'line2', 'postcode', 'city', 'region', 'phone'] as const) {
    const problem = inAddress[field];
    if (!problem) continue;
    errors[`address.${field}`] =
      problem === 'postcodeInvalid'
        ? say(words.postcodeInvalid, { label: labels[rules.postcodeLabel], example: rules.postcodeExample })
        : words[problem];
  }
  const inCard = cardProblems(card, now);
  for (const field of ['number', 'expiry', 'cvc'] as const) {
    const problem = inCard[field];
    if (problem) errors[`card.${field}`] = words[problem];
  }
  return errors;
}
