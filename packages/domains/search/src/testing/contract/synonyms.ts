import { newId } from '@mallhive/kernel';
import { describe, expect, test } from 'vitest';
import { saveSynonymInput } from '../../contract.ts';
import type { ContractKit } from './kit.ts';

/** What administrators say means the same. */
export function synonymsContract(kit: ContractKit): void {
  const { find, titles } = kit;

  describe('synonyms', () => {
    const actor = { kind: 'administrator', userId: newId() } as const;
    const save = (input: object) =>
      kit.search.saveSynonym(actor, saveSynonymInput.parse({ id: newId(), locale: 'en', ...input }));

    test('two-way, one-way, of several words, in their language only; gone when deleted', async () => {
      expect((await find({ query: 'luminaire' })).total).toBe(0);
      const two = await save({ kind: 'two_way', terms: ['luminaire', 'lamp', 'reading light'] });
      expect(await titles({ query: 'luminaire' })).toEqual(['Café lamp']);
      expect(await titles({ query: 'cafe reading light' })).toEqual(['Café lamp']);
      expect((await find({ query: 'luminaire', locale: 'fr' })).total).toBe(0);
      const one = await save({ kind: 'one_way', terms: ['furniture'], replacements: ['oak chair', 'stool'] });
      expect((await titles({ query: 'furniture' })).toSorted()).toEqual([
        'Bar stool',
        'Blue oak chair',
        'Red oak chair',
      ]);
      await kit.search.deleteSynonym(actor, two.id);
      await kit.search.deleteSynonym(actor, one.id);
      await kit.search.deleteSynonym(actor, one.id);
      expect((await find({ query: 'furniture' })).total).toBe(0);
      expect(await kit.search.synonyms('en')).toEqual([]);
      const audit = await kit.database.db.pool.query('select action from search.audit_entries order by at, id');
      expect(audit.rows.map(({ action }) => action).toSorted()).toEqual([
        'synonym.create',
        'synonym.create',
        'synonym.delete',
        'synonym.delete',
      ]);
    });

    test('what is no synonym is refused, and so is the second of two writers', async () => {
      for (const draft of [
        { kind: 'two_way', terms: ['Lamp', 'lamp!'] },
        { kind: 'one_way', terms: ['lamp'], replacements: ['!!'] },
      ]) {
        await expect(save(draft)).rejects.toMatchObject({ reason: 'synonym_incomplete' });
      }
      const first = await save({ kind: 'two_way', terms: ['a', 'b'] });
      const edit = (version?: number) => save({ id: first.id, kind: 'two_way', terms: ['a', 'c'], version });
      const both = await Promise.allSettled([edit(1), edit(1)]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      await expect(edit()).rejects.toMatchObject({ reason: 'synonym_changed' });
      await kit.search.deleteSynonym(actor, first.id);
      await expect(edit(2)).rejects.toMatchObject({ reason: 'synonym_changed' });
    });
  });
}
