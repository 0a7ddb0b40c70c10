import { localeSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { kindSchema } from '../kinds.ts';
import { type TemplateName, templates } from '../templates/index.ts';

const templateSchema = z.enum(Object.keys(templates) as [TemplateName, ...TemplateName[]]);

/** query notifications.templates (administrator): everything that the shop sends, by kind. */
export const templatesOutput = z.object({
  templates: z.array(z.object({ name: templateSchema, kind: kindSchema, mandatory: z.boolean() })),
});

/** query notifications.previewTemplate (administrator): with sample data, as a mail. */
export const previewTemplateInput = z.object({ template: templateSchema, locale: localeSchema.default('en') });
export const previewTemplateOutput = z.object({
  subject: z.string(),
  /** What mail programs show beside the subject. */
  preview: z.string(),
  html: z.string(),
  text: z.string(),
});
