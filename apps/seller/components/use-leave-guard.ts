import { useRouter } from 'next/router';
import { useEffect, useRef } from 'react';
import { frameMessages } from '../messages/frame.ts';
import { useConfirm } from './frame/confirm.tsx';

const text = frameMessages.leave;

/** While `dirty`, nobody loses what they typed: links and the back button ask first, closing the tab too. */
export function useLeaveGuard(dirty: boolean): { leave: () => void } {
  const router = useRouter();
  const confirm = useConfirm();
  const allowed = useRef(false);
  useEffect(() => {
    allowed.current = false;
    if (!dirty) return;
    const close = (event: BeforeUnloadEvent) => {
      if (!allowed.current) event.preventDefault();
    };
    const change = (url: string, { shallow }: { shallow: boolean }) => {
      if (allowed.current || shallow) return;
      // Next has no way to say no but to throw; the address that the back button changed is put right again.
      if (window.location.pathname + window.location.search !== router.asPath) {
        window.history.pushState(window.history.state, '', router.asPath);
      }
      void confirm({ ...text, body: text.text, confirm: text.leave, cancel: text.stay, tone: 'danger' }).then((yes) => {
        if (!yes) return;
        allowed.current = true;
        void router.push(url);
      });
      router.events.emit('routeChangeError', new Error('stays'), url, { shallow });
      throw 'The page stays: it has changes that are not saved.';
    };
    window.addEventListener('beforeunload', close);
    router.events.on('routeChangeStart', change);
    return () => {
      window.removeEventListener('beforeunload', close);
      router.events.off('routeChangeStart', change);
    };
  }, [dirty, router, confirm]);
  return {
    leave: () => {
      allowed.current = true;
    },
  };
}
