import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';

const secret = 'a secret of thirty-two characters, or more';
const readAll = (values: Record<string, string>) =>
  readConfig({
    DATABASE_URL: 'postgresql://localhost/none',
    SESSION_SECRET: secret,
    INTERNAL_SECRET: secret,
    TEST_PAYMENTS_WEBHOOK_SECRET: secret,
    ...values,
  });
const read = (values: Record<string, string>) => readAll(values).stripe;
const keys = {
  STRIPE_SECRET_KEY: 'sk_test_1',
  STRIPE_PUBLISHABLE_KEY: 'pk_test_1',
  STRIPE_WEBHOOK_SECRET: 'whsec_now',
};

describe('the configuration of Stripe', () => {
  it('may be left out', () => {
    expect(read({})).toBeNull();
    expect(read({ STRIPE_SECRET_KEY: '' })).toBeNull();
  });

  it.each(Object.keys(keys))('names %s when only it is missing, and when it is something else', (name) => {
    for (const value of ['', 'nonsense']) {
      const wrong = () => read({ ...keys, [name]: value });
      expect(wrong).toThrow(ConfigError);
      expect(wrong).toThrow(name);
    }
  });

  it('never repeats a secret in what it says', () => {
    expect(() => read({ ...keys, STRIPE_SECRET_KEY: 'pk_live_swapped' })).toThrow(/^(?!.*swapped)/s);
  });

  it('takes two signing secrets while they rotate, and no third', () => {
    expect(read({ ...keys, STRIPE_WEBHOOK_SECRET: 'whsec_now, whsec_before' })?.webhookSecrets).toEqual([
      'whsec_now',
      'whsec_before',
    ]);
    expect(() => read({ ...keys, STRIPE_WEBHOOK_SECRET: 'whsec_a,whsec_b,whsec_c' })).toThrow('STRIPE_WEBHOOK_SECRET');
  });

  it('does not mix live and test keys, and sends the key over the network only encrypted', () => {
    expect(() => read({ ...keys, STRIPE_SECRET_KEY: 'sk_live_1' })).toThrow('same mode');
    expect(() => read({ ...keys, STRIPE_API_URL: 'http://stripe.example' })).toThrow('STRIPE_API_URL');
    expect(read({ ...keys, STRIPE_API_URL: 'http://127.0.0.1:12111' })?.apiUrl).toBe('http://127.0.0.1:12111');
  });

  it('takes the test provider out of the offer, unless that is asked for', () => {
    expect(readAll({}).testPayments).toBe(true);
    expect(readAll(keys).testPayments).toBe(false);
    expect(readAll({ ...keys, TEST_PAYMENTS: 'on' }).testPayments).toBe(true);
    expect(readAll({ TEST_PAYMENTS: 'off' }).testPayments).toBe(false);
  });
});
