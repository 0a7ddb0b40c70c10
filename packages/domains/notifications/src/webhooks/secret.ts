import { randomBytes } from 'node:crypto';
import type { Endpoint } from './endpoint.repository.ts';
import type { SecretBox } from './ports.ts';

const purpose = 'webhook secret';

/** As Standard Webhooks writes them: 24 to 64 random bytes in base64 behind a prefix. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const sealSecret = (box: SecretBox, secret: string): Promise<string> => box.seal(purpose, secret);

/** What a request is signed with now, the newest first. */
export async function openSecrets(
  box: SecretBox,
  { secret, previousSecret, previousUntil }: Pick<Endpoint, 'secret' | 'previousSecret' | 'previousUntil'>,
  now: Date,
): Promise<string[]> {
  const sealed = [secret, ...(previousSecret && previousUntil && previousUntil > now ? [previousSecret] : [])];
  return Promise.all(sealed.map((text) => box.open(purpose, text)));
}
