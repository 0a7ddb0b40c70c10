import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];
const imports = /(?:from\s+|import\(\s*|import\s+)'(\.{1,2}\/[^']+)'/g;
const sections = /(?:\{([^{}]*)\}\s*=\s*useTexts\(\)(?!\.))|(?:useTexts\(\)\.(\w+))/g;

function resolved(from: string, specifier: string): string | null {
  const base = path.resolve(path.dirname(from), specifier);
  return endings.map((ending) => base + ending).find((file) => /\.tsx?$/.test(file) && existsSync(file)) ?? null;
}

/** The sections of a remote's texts that a module and everything it imports from its own app may ask for. */
export function sectionsUsed(module: string): Set<string> {
  const seen = new Set<string>();
  const used = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = readFileSync(file, 'utf8');
    for (const [, names, single] of source.matchAll(sections)) {
      const found = single ? [single] : (names ?? '').split(',').map((name) => name.split(':')[0]?.trim() ?? '');
      for (const name of found) if (name) used.add(name);
    }
    for (const [, specifier = ''] of source.matchAll(imports)) {
      const next = resolved(file, specifier);
      if (next) visit(next);
    }
  };
  visit(module);
  return used;
}
