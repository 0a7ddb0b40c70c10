import { useEffect, useRef, useState } from 'react';
import { readDraft, wasDone } from '../logic/draft.ts';
import { useTexts } from '../texts.ts';
import { CheckoutLoading, NothingToCheckOut } from './CheckoutMissing.tsx';
import { useLeaveForConfirmation } from './use-leave.ts';

/**
 * The cart is empty. When this window has placed an order, its confirmation is where the shopper wants to be, paid or not
 * (that page says which); otherwise there is nothing to check out.
 */
export function ResumePlaced({ returned }: { returned: boolean }) {
  const texts = useTexts();
  const leave = useLeaveForConfirmation();
  const [found, setFound] = useState<'looking' | 'nothing' | 'done'>('looking');
  const done = useRef(false);
  useEffect(() => {
    if (done.current) return;
    done.current = true;
    const draft = readDraft(window.sessionStorage);
    if (draft?.placed) leave(draft.placed.order);
    else setFound(wasDone(window.sessionStorage) ? 'done' : 'nothing');
  }, [leave]);
  if (returned && found === 'looking') return <CheckoutLoading label={texts.page.checking} />;
  return <NothingToCheckOut lost={returned && found === 'nothing'} />;
}
