import type { Composition } from '../compose.ts';
import { ConfigError } from '../config.ts';

/** Keys that PayPal refuses stop the start; that it cannot be asked just now does not. */
export async function checkPayPal({ paypal, config, logger }: Pick<Composition, 'paypal' | 'config' | 'logger'>) {
  if (!paypal || !config.paypal) return;
  const outcome = await paypal.check();
  if (outcome === 'wrong_keys') {
    throw new ConfigError(
      `PAYPAL_CLIENT_ID and PAYPAL_CLIENT_SECRET are not taken by PayPal (PAYPAL_ENVIRONMENT is ${config.paypal.environment}). Correct them, or unset all PAYPAL_ variables to do without PayPal.`,
    );
  }
  if (outcome === 'unreachable') logger.warn('PayPal does not answer: its keys could not be checked');
}
