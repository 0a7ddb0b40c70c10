import { StripeKeyRefused } from '@mallhive/adapter-stripe';
import type { Composition } from '../compose.ts';
import { ConfigError } from '../config.ts';

/** A key that Stripe refuses stops the start; that it cannot be asked just now does not. */
export async function checkStripe({ stripe, logger }: Pick<Composition, 'stripe' | 'logger'>): Promise<void> {
  try {
    await stripe?.check();
  } catch (error) {
    if (error instanceof StripeKeyRefused) {
      throw new ConfigError(
        'STRIPE_SECRET_KEY is not taken by Stripe. Correct it, or unset all STRIPE_ variables to do without Stripe.',
      );
    }
    logger.warn({ error }, 'Stripe does not answer: its key could not be checked');
  }
}
