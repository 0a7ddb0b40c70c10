import { describe, expect, it } from 'vitest';
import { cardBrand, cardProblems, caretAfter, formatCardNumber, formatCvc, formatExpiry, passesLuhn } from './card.ts';

const now = new Date('2026-06-15T12:00:00Z');

describe('card number', () => {
  it('groups while typing and drops what is not a digit', () => {
    expect(formatCardNumber('42424')).toBe('4242 4');
    expect(formatCardNumber('4242-4242 4242x42429999')).toBe('4242 4242 4242 4242');
    expect(formatCardNumber('378282246310005')).toBe('3782 822463 10005');
    expect(formatCardNumber('')).toBe('');
  });
  it('knows the brand from the first digits', () => {
    expect(['4', '5555', '2221', '37', '60'].map(cardBrand)).toEqual([
      'visa',
      'mastercard',
      'mastercard',
      'amex',
      'unknown',
    ]);
  });
  it('checks the last digit', () => {
    for (const good of [
      '4242 4242 4242 4242',
      '4000 0000 0000 0002',
      '4000 0000 0000 9995',
      '4000 0000 0000 0069',
      '4000 0025 0000 3155',
    ]) {
      expect(passesLuhn(good), good).toBe(true);
    }
    expect(passesLuhn('4242 4242 4242 4241')).toBe(false);
    expect(passesLuhn('')).toBe(false);
  });
  it('keeps the caret behind the digit it was behind', () => {
    expect(caretAfter('4242 4242', 5)).toBe(6);
    expect(caretAfter('4242', 0)).toBe(0);
    expect(caretAfter('42', 9)).toBe(2);
  });
});

describe('expiry', () => {
  it('adds the slash, also for one-digit months and four-digit years', () => {
    expect(formatExpiry('1')).toBe('1');
    expect(formatExpiry('7')).toBe('07 / ');
    expect(formatExpiry('12')).toBe('12 / ');
    expect(formatExpiry('1226')).toBe('12 / 26');
    expect(formatExpiry('12/2026')).toBe('12 / 26');
    expect(formatExpiry('9/27')).toBe('09 / 27');
  });
  it('lets one delete over the slash', () => {
    expect(formatExpiry('12 /', '12 / ')).toBe('1');
    expect(formatExpiry('12 / ', '12 / 2')).toBe('12');
  });
});

describe('security code', () => {
  it('has three digits, four for American Express', () => {
    expect(formatCvc('12345', '4242')).toBe('123');
    expect(formatCvc('12345', '3782')).toBe('1234');
  });
});

describe('problems', () => {
  it('names each field that is wrong', () => {
    expect(cardProblems({ number: '', expiry: '', cvc: '' }, now)).toEqual({
      number: 'numberMissing',
      expiry: 'expiryInvalid',
      cvc: 'cvcInvalid',
    });
    expect(cardProblems({ number: '4242 4242 4242 4241', expiry: '13 / 30', cvc: '12' }, now)).toEqual({
      number: 'numberInvalid',
      expiry: 'expiryInvalid',
      cvc: 'cvcInvalid',
    });
  });
  it('takes a card until the end of its month', () => {
    const card = { number: '4242 4242 4242 4242', cvc: '123' };
    expect(cardProblems({ ...card, expiry: '06 / 26' }, now)).toEqual({});
    expect(cardProblems({ ...card, expiry: '05 / 26' }, now)).toEqual({ expiry: 'expiryPast' });
    expect(cardProblems({ ...card, expiry: '12 / 25' }, now)).toEqual({ expiry: 'expiryPast' });
  });
});
