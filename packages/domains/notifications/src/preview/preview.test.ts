import { locales } from '@mallhive/kernel';
import { expect, it } from 'vitest';
import { templates } from '../templates/index.ts';
import { listTemplates, previewTemplate } from './preview-template.ts';

it('every template can be looked at in every language, and none is missing', () => {
  const listed = listTemplates().templates;
  expect(listed.map(({ name }) => name).sort()).toEqual(Object.keys(templates).sort());
  for (const { name: template, mandatory } of listed) {
    for (const locale of locales) {
      const { subject, html, text } = previewTemplate('https://shop.test', { template, locale });
      expect(html, template).toContain(`lang="${locale}"`);
      expect(subject, template).not.toBe('');
      expect(text.includes('https://shop.example/unsubscribe'), template).toBe(!mandatory);
      expect(html, template).not.toMatch(/<script|<style|javascript:/i);
    }
  }
});
