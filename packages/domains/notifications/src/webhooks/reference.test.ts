import { expect, it } from 'vitest';
import { z } from 'zod';
import { eventTypeNames, eventTypes, payloadVersion, writePayload } from './event-types.ts';
import { nextTry, waits } from './retry-schedule.ts';
import { samples } from './samples.ts';

const introduction = `# Webhooks

For the developers of sellers' own systems. An owner adds an address under **Webhooks** in the dashboard and ticks what it should hear of; we then send a signed request for each event. The scheme is [Standard Webhooks](https://www.standardwebhooks.com), for which there are libraries in most languages.

## A request

\`\`\`
POST /your/path
content-type: application/json
webhook-id: 01998a3c-5d2e-7000-8000-000000000042
webhook-timestamp: 1763633700
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
\`\`\`

- The body is \`{ "type", "version", "timestamp", "data" }\`. Amounts are minor units (pence, cents); times are ISO 8601 in UTC. Nothing says who the shopper is.
- **Check the signature before anything else**, over the bytes as they came: HMAC-SHA256 of \`<webhook-id>.<webhook-timestamp>.<body>\` with the base64-decoded part of your secret behind \`whsec_\`. Refuse what is older than five minutes. After a new secret was made, the header has two signatures with a space between, until the overlap is over; one that fits is enough.
- \`webhook-id\` is the same for every try of a delivery, also when it is sent again by hand. **Deliveries come at least once**: remember the ids that you have worked on.
- They may come in another order than things happened. Where the order matters, look at \`timestamp\`, or ask our API for the state of now.
- \`version\` is ${payloadVersion}. Fields may be added within a version, so ignore those that you do not know.

## Your answer

Any 2xx within ten seconds means that you have it; do the work afterwards. Redirects are not followed. Everything else is tried again ${waits.length - 1} times: after ${waits
  .slice(1)
  .map((wait) =>
    wait < 60_000 ? `${wait / 1_000} s` : wait < 3_600_000 ? `${wait / 60_000} min` : `${wait / 3_600_000} h`,
  )
  .join(', ')}, each up to a tenth sooner or later.

- **410** says that the address is gone: it is switched off at once.
- An address that has taken nothing for three days is switched off. Owners get a mail and a message in their inbox. What waited counts as failed then, and what happens while it is off is not kept.
- The log of 30 days shows every try with the first 1,000 bytes of your answer. From there one delivery, or all that failed since a time, can be sent again.

Addresses need https, one of the ports 443, 8443, 80 or 8080, no user name, and must not lead into a private network. An organisation has at most ten. Nothing is sent while it is suspended.

## Events

\`ping\` is what the button **Send a test** sends: \`{ "webhookId" }\`.
`;

function reference(): string {
  const sections = eventTypeNames.map((type) => {
    const body = JSON.parse(writePayload({ type, at: new Date('2026-11-20T10:15:00Z'), data: samples[type] } as never));
    return `### \`${type}\`\n\n${eventTypes[type].about}\n\n\`\`\`json\n${JSON.stringify(body, null, 2)}\n\`\`\`\n`;
  });
  return `${introduction}\n${sections.join('\n')}`;
}

it('what developers read is what is sent', async () => {
  await expect(reference()).toMatchFileSnapshot('../../WEBHOOKS.md');
});

it('every field of a payload is in its example', () => {
  for (const type of eventTypeNames) {
    const schema = z.toJSONSchema(eventTypes[type].data, { io: 'input' }) as { properties: Record<string, unknown> };
    expect(Object.keys(samples[type]).sort(), type).toEqual(Object.keys(schema.properties).sort());
  }
});

it('the last try comes after three days, and none later', () => {
  const now = new Date(0);
  expect(waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000).toBeGreaterThan(72);
  expect(nextTry(waits.length, now)).toBeNull();
  expect(nextTry(1, now, () => 0)?.getTime()).toBe(4_500);
  expect(nextTry(1, now, () => 1)?.getTime()).toBe(5_500);
});
