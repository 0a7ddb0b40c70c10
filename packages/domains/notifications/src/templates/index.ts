import type { z } from 'zod';
import type { Kind } from '../kinds.ts';
import type { Speech } from '../speech.ts';
import { accountTemplates } from './account.ts';
import { afterSaleTemplates } from './after-sale.ts';
import { giftCardTemplates } from './gift-cards.ts';
import type { Letter } from './layout.ts';
import { orderTemplates } from './orders.ts';
import { organisationTemplates } from './organisations.ts';
import { personalDataTemplates } from './personal-data.ts';
import { sellingTemplates } from './selling.ts';
import { shoppingTemplates } from './shopping.ts';

/** Every message the shop sends. Fired by workflows; the data is checked when it is written. */
export const templates = {
  ...accountTemplates,
  ...orderTemplates,
  ...afterSaleTemplates,
  ...giftCardTemplates,
  ...organisationTemplates,
  ...personalDataTemplates,
  ...shoppingTemplates,
  ...sellingTemplates,
} as const;

export type TemplateName = keyof typeof templates;
export type TemplateData = { [Name in TemplateName]: z.input<(typeof templates)[Name]['schema']> };

/** What a stored message is about; one of a template that is no more counts as mandatory, so that it is not lost. */
export const kindOf = (template: string): Kind =>
  (templates as Record<string, { kind: Kind }>)[template]?.kind ?? 'account';

/** The letter of a template. Throws ZodError when the data is not what the template needs. */
export function writeLetter<Name extends TemplateName>(name: Name, data: TemplateData[Name], speech: Speech): Letter {
  const { schema, write } = templates[name] as {
    schema: z.ZodType;
    write: (data: unknown, speech: Speech) => Letter;
  };
  return write(schema.parse(data), speech);
}
