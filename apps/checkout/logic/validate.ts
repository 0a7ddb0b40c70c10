import type { FieldName } from '../components/flow-types.ts';
import { messages } from '../messages.ts';
import type { Address } from '../types.ts';
import { addressProblems, emailProblem, rulesFor } from './address.ts';
import { type CardFields, cardProblems } from './card.ts';

const say = messages.field;

/** What to say at each field, in the order in which the fields stand on the page. */
export function fieldErrors(
  email: string,
  address: Address,
  card: CardFields,
  now: Date,
): Partial<Record<FieldName, string>> {
  const errors: Partial<Record<FieldName, string>> = {};
  const mail = emailProblem(email);
  if (mail) errors.email = say[mail];
  const rules = rulesFor(address.country);
  const inAddress = addressProblems(address);
  for (const field of ['country', 'name', 'line1', 'line2', 'postcode', 'city', 'region', 'phone'] as const) {
    const problem = inAddress[field];
    if (!problem) continue;
    errors[`address.${field}`] =
      problem === 'postcodeInvalid'
        ? say.postcodeInvalid(rules.postcodeLabel.toLowerCase(), rules.postcodeExample)
        : say[problem];
  }
  const inCard = cardProblems(card, now);
  for (const field of ['number', 'expiry', 'cvc'] as const) {
    const problem = inCard[field];
    if (problem) errors[`card.${field}`] = say[problem];
  }
  return errors;
}
