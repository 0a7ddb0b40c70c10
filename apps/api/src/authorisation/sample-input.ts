import { z } from 'zod';

interface JsonSchema {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  format?: string;
  pattern?: string;
  default?: unknown;
}

/** By field name, or by `procedure.field` where one name means several things. */
export type Values = Readonly<Record<string, unknown>>;

const formats: Record<string, unknown> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  email: 'somebody@example.com',
  'date-time': '2026-01-01T00:00:00.000Z',
  date: '2026-01-01',
  uri: 'https://example.com/',
};

function sample(schema: JsonSchema, name: string, path: string, values: Values): unknown {
  for (const key of [`${path}.${name}`, name]) if (key in values) return values[key];
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  if (choice) return sample(choice, name, path, values);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => sample(part, name, path, values)));
  }
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object': {
      const result: Record<string, unknown> = {};
      for (const [field, inner] of Object.entries(schema.properties ?? {})) {
        const named = `${path}.${field}` in values || field in values;
        if (named || schema.required?.includes(field)) result[field] = sample(inner, field, path, values);
      }
      return result;
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, name, path, values));
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return formats[schema.format ?? ''] ?? 'x'.repeat(Math.max(1, schema.minLength ?? 1));
  }
}

/**
 * The smallest input that a procedure's schema takes, with `values` where a field has their name. Undefined for a
 * procedure without input. Throws when the schema refuses what was made: then `values` lacks something.
 */
export function sampleInput(path: string, schemas: readonly z.ZodType[], values: Values): unknown {
  if (schemas.length === 0) return undefined;
  const inputs = schemas.map((schema) => {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    return sample(json, '', path, values);
  });
  const input = inputs.length === 1 ? inputs[0] : Object.assign({}, ...inputs);
  for (const schema of schemas) {
    const parsed = schema.safeParse(input);
    if (!parsed.success) throw new Error(`No valid input for ${path}: ${z.prettifyError(parsed.error)}`);
  }
  return input;
}
