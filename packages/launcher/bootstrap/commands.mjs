import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));

/**
 * What people can run, by the name that npm knows it by: the scripts of the root's package.json that lead here.
 * @type {ReadonlyMap<string, string>} command of the launcher to name of the script
 */
export const commands = new Map(
  Object.entries(scripts).flatMap(([script, text]) => {
    const [, command] = /bin\/mallhive\.mjs (\S+)/.exec(String(text)) ?? [];
    return command ? [[command, script]] : [];
  }),
);
