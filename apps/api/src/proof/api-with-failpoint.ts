import { z } from 'zod';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import { createApp } from '../create-app.ts';
import { startBackground } from '../start-background.ts';

/**
 * The API as `main.ts` starts it, which dies at once, as if the machine lost its power, when it is about to send the
 * statement that contains FAILPOINT (the FAILPOINT_COUNT-th time). For tests alone; the production bundle does not have it.
 */
const { FAILPOINT, FAILPOINT_COUNT } = z
  .object({ FAILPOINT: z.string().min(1), FAILPOINT_COUNT: z.coerce.number().int().positive().default(1) })
  .parse(process.env);
let left = FAILPOINT_COUNT;

const composition = compose(readConfig(), {
  onStatement: (text) => {
    if (!text.includes(FAILPOINT)) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  },
});
const { server, cache } = await createApp(composition);
await server.listen({ port: composition.config.port, host: composition.config.host });
await startBackground(composition, cache);
