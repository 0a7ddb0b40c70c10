import { Problem } from '../bootstrap/problem.mjs';
import { say } from '../bootstrap/say.mjs';
import { commands } from './commands/index.ts';

const [name = '', ...args] = process.argv.slice(2);
try {
  const load = commands[name];
  if (!load) throw new Problem(`Unknown command "${name}".`, `Use one of: ${Object.keys(commands).join(', ')}.`);
  process.exitCode = await (await load()).default(args);
} catch (error) {
  say.problem(error);
  process.exitCode = 1;
}
