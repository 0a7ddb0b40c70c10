import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../config.ts';

const secret = 'a secret of thirty-two characters, or more';
const read = (values: Record<string, string>) =>
  readConfig({
    DATABASE_URL: 'postgresql://localhost/none',
    SESSION_SECRET: secret,
    INTERNAL_SECRET: secret,
    TEST_PAYMENTS_WEBHOOK_SECRET: secret,
    ...values,
  }).paypal;
const keys = { PAYPAL_CLIENT_ID: 'client', PAYPAL_CLIENT_SECRET: 'secret', PAYPAL_WEBHOOK_ID: '9XL90610J3647323C' };

describe('the configuration of PayPal', () => {
  it('may be left out', () => {
    expect(read({})).toBeNull();
    expect(read({ PAYPAL_CLIENT_ID: '', PAYPAL_ENVIRONMENT: 'live' })).toBeNull();
  });

  it.each(Object.keys(keys))('names %s when only it is missing', (name) => {
    const wrong = () => read({ ...keys, [name]: '' });
    expect(wrong).toThrow(ConfigError);
    expect(wrong).toThrow(name);
  });

  it('takes two webhook ids while they rotate', () => {
    expect(read(keys)).toEqual({
      clientId: 'client',
      clientSecret: 'secret',
      webhookIds: ['9XL90610J3647323C'],
      environment: 'sandbox',
      apiUrl: undefined,
    });
    expect(read({ ...keys, PAYPAL_WEBHOOK_ID: 'NEW1, OLD2' })?.webhookIds).toEqual(['NEW1', 'OLD2']);
    expect(() => read({ ...keys, PAYPAL_WEBHOOK_ID: 'A,B,C' })).toThrow('PAYPAL_WEBHOOK_ID');
  });

  it('sends credentials over the network only encrypted', () => {
    expect(() => read({ ...keys, PAYPAL_API_URL: 'http://paypal.example' })).toThrow('PAYPAL_API_URL');
    expect(read({ ...keys, PAYPAL_API_URL: 'http://127.0.0.1:4141' })?.apiUrl).toBe('http://127.0.0.1:4141');
    expect(() => read({ ...keys, PAYPAL_ENVIRONMENT: 'production' })).toThrow('PAYPAL_ENVIRONMENT');
  });
});
