#!/usr/bin/env node
import { commands } from '../bootstrap/commands.mjs';
import { handOver } from '../bootstrap/hand-over.mjs';
// Runs on any Node from 20.9 and before anything is installed: brings the tools, installs, then hands over to src/main.ts.
import { prepare } from '../bootstrap/prepare.mjs';
import { Problem } from '../bootstrap/problem.mjs';
import { say } from '../bootstrap/say.mjs';

const [command, ...rest] = process.argv.slice(2);

try {
  if (!commands.has(command)) {
    throw new Problem(
      `Unknown command "${command ?? ''}".`,
      `Use one of: ${[...commands.values()].map((name) => `npm run ${name}`).join(', ')}.`,
    );
  }
  const tools = await prepare(command);
  process.exitCode = await handOver(tools, command, rest);
} catch (error) {
  say.problem(error);
  process.exitCode = 1;
}
