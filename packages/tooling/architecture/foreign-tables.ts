import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface OwnedModel {
  model: string;
  table: string;
  domain: string;
}

/** The models of every `prisma/schema/<domain>.prisma` with the table each maps to. */
function ownedModels(root: string): OwnedModel[] {
  const folder = path.join(root, 'prisma/schema');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.prisma'))
    .flatMap((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].map(([, model = '', body = '']) => ({
        model,
        table: /@@map\("([^"]+)"\)/.exec(body)?.[1] ?? model,
        domain: path.basename(file, '.prisma'),
      }));
    });
}

/**
 * Every place where a domain's code touches a model or names a table that another domain owns:
 * a domain that does so cannot be moved to a database of its own.
 */
export function foreignTables(root: string): string[] {
  const models = ownedModels(root);
  const files = globSync('packages/domains/*/src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  return files
    .flatMap((file) => {
      const domain = file.split(path.sep)[2] ?? '';
      const text = readFileSync(path.join(root, file), 'utf8');
      return models
        .filter((model) => model.domain !== domain)
        .flatMap(({ model, table, domain: owner }) => {
          const property = model[0]?.toLowerCase() + model.slice(1);
          const found: string[] = [];
          if (new RegExp(`\\b(from|join|into|update|table|only)\\s+"?${owner}"?\\."?${table}\\b`, 'i').test(text))
            found.push(`${file}: SQL names ${owner}.${table}, which belongs to ${owner}`);
          if (new RegExp(`\\b(prisma|tx|db|transaction)\\.${property}\\.\\w`).test(text))
            found.push(`${file}: uses the model ${model}, which belongs to ${owner}`);
          return found;
        });
    })
    .sort();
}
