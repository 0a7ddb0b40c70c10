import { z } from 'zod';
import type { SecretBox } from './ports.ts';

/** Where a seller's money goes: a bank account for the file, or an account at a provider. */
export const destinationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bank'), holder: z.string(), iban: z.string(), bic: z.string() }),
  z.object({ kind: z.literal('account'), account: z.string() }),
]);
export type Destination = z.infer<typeof destinationSchema>;

const purpose = 'payout destination';

export const sealDestination = (box: SecretBox, destination: Destination): Promise<string> =>
  box.seal(purpose, JSON.stringify(destination));

export const openDestination = async (box: SecretBox, sealed: string): Promise<Destination> =>
  destinationSchema.parse(JSON.parse(await box.open(purpose, sealed)));
