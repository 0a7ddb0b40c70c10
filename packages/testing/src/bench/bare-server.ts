import { createServer } from 'node:http';

/** A bare node:http server that answers every request with the same bytes. Its own process, as what it is compared with has one. Arguments: port, file. */
const [port, file] = process.argv.slice(2);
if (!port || !file) throw new Error('bare-server.ts PORT FILE');
const { readFileSync } = await import('node:fs');
const body = readFileSync(file);
createServer((_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}).listen(Number(port), '127.0.0.1');
