import type { z } from 'zod';
import { kindNames, kinds } from '../kinds.ts';
import { speechIn } from '../speech.ts';
import { toHtml } from '../templates/frame.ts';
import { type TemplateName, templates, writeLetter } from '../templates/index.ts';
import { toText } from '../templates/layout.ts';
import { samples } from '../templates/samples.ts';
import type { previewTemplateInput, previewTemplateOutput, templatesOutput } from './contract.ts';

/** In the order in which people see the kinds. */
export function listTemplates(): z.output<typeof templatesOutput> {
  const names = Object.keys(templates) as TemplateName[];
  return {
    templates: kindNames.flatMap((kind) =>
      names
        .filter((name) => templates[name].kind === kind)
        .map((name) => ({ name, kind, mandatory: kinds[kind].mandatory })),
    ),
  };
}

/** What somebody would get; the way out of it leads nowhere. */
export function previewTemplate(
  shellUrl: string,
  { template, locale }: z.output<typeof previewTemplateInput>,
): z.output<typeof previewTemplateOutput> {
  const speech = speechIn(locale);
  const letter = writeLetter(template, samples[template], speech);
  const { mandatory } = kinds[templates[template].kind];
  const unsubscribeUrl = mandatory ? undefined : 'https://shop.example/unsubscribe';
  const setting = { shopUrl: shellUrl, speech, unsubscribeUrl };
  return {
    subject: letter.subject,
    preview: letter.preview,
    html: toHtml(letter, setting),
    text: toText(letter, setting),
  };
}
