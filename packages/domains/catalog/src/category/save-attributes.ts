import { newId } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, asAdministrator, assertAdministrator } from '../actor.ts';
import type * as contract from '../contract.ts';
import type { Database } from '../database.repository.ts';
import { attributesInvalid, attributeTypeFixed, categoryNotFound } from '../errors.ts';
import type { CatalogPorts } from '../ports.ts';
import { editAttributes, readInherited, readOwnAttributes } from './attributes.repository.ts';

export async function categoryAttributes(
  db: Database,
  { categoryId, locale }: z.output<typeof contract.categoryAttributesInput>,
): Promise<z.infer<typeof contract.categoryAttributesOutput>> {
  const attributes = await readInherited(db, categoryId, locale);
  if (!attributes) throw categoryNotFound();
  return { attributes };
}

export async function adminAttributes(
  db: Database,
  actor: Actor,
  { categoryId }: z.output<typeof contract.adminAttributesInput>,
): Promise<z.infer<typeof contract.adminAttributesOutput>> {
  assertAdministrator(actor);
  const attributes = await readOwnAttributes(db, categoryId);
  if (!attributes) throw categoryNotFound();
  return { attributes };
}

const doubled = (values: readonly string[]) => new Set(values).size < values.length;
const isChoice = (type: string) => type === 'choice' || type === 'multi-choice';

/** The whole list. What products say is tied to ids, so names, order and labels may change; the type of a used one may not. */
export async function saveAttributes(
  db: Database,
  ports: CatalogPorts,
  actor: Actor,
  { categoryId, attributes }: z.output<typeof contract.saveAttributesInput>,
): Promise<z.infer<typeof contract.adminAttributesOutput>> {
  assertAdministrator(actor);
  const wrong =
    doubled(attributes.map(({ name }) => name.toLowerCase())) ||
    doubled(attributes.flatMap(({ id }) => id ?? [])) ||
    attributes.some(
      ({ type, choices }) => isChoice(type) && (choices.length === 0 || doubled(choices.map(({ value }) => value))),
    );
  if (wrong) throw attributesInvalid();
  const at = ports.clock.now();
  await editAttributes(db, {
    categoryId,
    at,
    decide: (stored, used) => {
      if (!stored) throw categoryNotFound();
      const before = new Map(stored.map((attribute) => [attribute.id, attribute]));
      const list = attributes.map((attribute) => {
        if (attribute.id && !before.has(attribute.id)) throw attributesInvalid();
        const type = attribute.id && before.get(attribute.id)?.type;
        if (type && type !== attribute.type && used.has(attribute.id ?? '')) throw attributeTypeFixed(attribute.name);
        const choices = isChoice(attribute.type) ? attribute.choices : [];
        return { ...attribute, choices, id: attribute.id ?? newId() };
      });
      const names = (from: readonly { name: string; type: string; required: boolean }[]) =>
        from.map(({ name, type, required }) => `${name} (${type}${required ? ', required' : ''})`);
      const changes = { attributes: [names(stored), names(list)] as const };
      const audit = {
        actor: asAdministrator(actor),
        sellerId: null,
        action: 'category.attributes',
        objectType: 'category',
        objectId: categoryId,
        changes,
        at,
      };
      return { attributes: list, audit };
    },
  });
  return adminAttributes(db, actor, { categoryId });
}
