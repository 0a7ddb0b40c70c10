import { Button, TextField, useI18n } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import { couponSentence } from '../logic/coupon-text.ts';
import { useTexts } from '../texts.ts';
import type { Cart } from '../types.ts';
import { couponRefusal } from './use-coupons.ts';

export interface CouponActions {
  apply(code: string): Promise<unknown>;
  remove(code: string): Promise<unknown>;
  busy: boolean;
}

/** The codes that do not count now, and the field for another one. */
export function CouponBox({ cart, coupons }: { cart: Cart; coupons: CouponActions }) {
  const text = useTexts().coupon;
  const { say } = useI18n();
  const [code, setCode] = useState('');
  const [error, setError] = useState('');
  const [said, setSaid] = useState('');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const typed = code.trim();
    setSaid('');
    if (typed === '') {
      setError(text.missing);
      return;
    }
    try {
      await coupons.apply(typed);
      setCode('');
      setError('');
      setSaid(say(text.applied, { code: typed.toUpperCase() }));
    } catch (refused) {
      setError(couponSentence(couponRefusal(refused), text, say));
    }
  };

  return (
    <div className="mt-4 border-t border-line pt-4">
      {cart.refusedCoupons.length > 0 ? (
        <div role="status">
          <ul className="mb-3 grid gap-2" aria-label={text.refused}>
            {cart.refusedCoupons.map((coupon) => (
              <li key={coupon.code} className="rounded-control bg-caution-soft px-3 py-2 text-sm">
                <span className="font-semibold">{coupon.code}</span>: {couponSentence(coupon, text, say)}{' '}
                <RemoveCoupon code={coupon.code} coupons={coupons} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <form onSubmit={submit} className="flex items-start gap-2" noValidate>
        <TextField
          className="min-w-0 flex-1"
          label={text.label}
          error={error}
          value={code}
          onChange={(event) => {
            setCode(event.target.value);
            setError('');
          }}
          name="coupon"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={32}
        />
        <Button type="submit" variant="secondary" className="mt-7 shrink-0" busy={coupons.busy}>
          {text.apply}
        </Button>
      </form>
      <p role="status" className="mh-visually-hidden">
        {said}
      </p>
    </div>
  );
}

export function RemoveCoupon({ code, coupons }: { code: string; coupons: CouponActions }) {
  const text = useTexts().coupon;
  const { say } = useI18n();
  return (
    <button
      type="button"
      className="font-semibold underline underline-offset-4"
      disabled={coupons.busy}
      aria-label={say(text.removeCode, { code })}
      onClick={() => void coupons.remove(code).catch(() => undefined)}
    >
      {text.remove}
    </button>
  );
}
