import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { organisationMessages } from '../../../apps/seller/messages/organisation.ts';

const root = path.join(import.meta.dirname, '../../..');
const objects =
  'organisation|member|invitation|api_key|shop|product|import|review|stock|stock-location|category|rates|synonym|webhook';
/** `product.update` as a whole string, except where it is the name of a field in a form. */
const action = new RegExp(`'((?:${objects})\\.[a-z]+(?:-[a-z]+)*)'`, 'g');
const notActions = new Set([
  'invitation.email',
  'stock.low',
  'product.changed',
  'product.approved',
  'product.rejected',
]);

it('whatever the audit log may hold is said in words', () => {
  const files = globSync('packages/domains/*/src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  const written = new Set(
    files.flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(action)].map(([, name = '']) => name),
    ),
  );
  const unsaid = [...written].filter(
    (name) => !notActions.has(name) && !(name in organisationMessages.activity.actions),
  );
  expect(written.size).toBeGreaterThan(25);
  expect(unsaid).toEqual([]);
});
