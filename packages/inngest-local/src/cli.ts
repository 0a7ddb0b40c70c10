#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startInngestLocal } from './start.ts';

const usage = `Usage: inngest-local --database-url URL --app SERVE_URL [--app …] [--port 3009] [--host 127.0.0.1]
                     [--event-key KEY] [--signing-key KEY]`;

const { values } = parseArgs({
  options: {
    'database-url': { type: 'string' },
    app: { type: 'string', multiple: true },
    port: { type: 'string', default: '3009' },
    host: { type: 'string', default: '127.0.0.1' },
    'event-key': { type: 'string' },
    'signing-key': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

const databaseUrl = values['database-url'];
const port = Number(values.port);
if (values.help || !databaseUrl || !values.app || !Number.isInteger(port)) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const write = (level: string) => (details: object, message: string) =>
  console.log(`${new Date().toISOString()} ${level.padEnd(5)} ${message} ${JSON.stringify(details)}`);

const local = await startInngestLocal({
  databaseUrl,
  port,
  host: values.host,
  appUrls: values.app,
  eventKey: values['event-key'],
  signingKey: values['signing-key'],
  logger: { debug() {}, info: write('info'), warn: write('warn'), error: write('error') },
});

let closing = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (closing) process.exit(1);
    closing = true;
    void local.close().then(() => process.exit(0));
  });
}
