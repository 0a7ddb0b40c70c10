import { useRouter } from 'next/router';
import { CheckoutForm } from '../components/CheckoutForm.tsx';
import { CheckoutUnavailable } from '../components/CheckoutMissing.tsx';
import { ResumePlaced } from '../components/ResumePlaced.tsx';
import type { Checkout, Method, SavedAddress } from '../types.ts';

export interface CheckoutPageProps {
  /** Null: nothing to check out, or (`unavailable`) no way to. */
  checkout: Checkout | null;
  unavailable: boolean;
  /** Back from the second step of a payment. */
  returned: boolean;
  email: string;
  signedIn: boolean;
  savedAddresses: SavedAddress[];
  /** Ways to pay, the usual one first. */
  methods: Method[];
}

export default function CheckoutPage({ checkout, unavailable, returned, ...rest }: CheckoutPageProps) {
  const router = useRouter();
  if (checkout) return <CheckoutForm key={checkout.id} checkout={checkout} {...rest} />;
  if (unavailable) return <CheckoutUnavailable onRetry={() => void router.replace(router.asPath)} />;
  return <ResumePlaced returned={returned} />;
}
