import { useRouter } from 'next/router';
import { useEffect } from 'react';

const pathOf = (url: string) => url.split(/[?#]/, 1)[0];

/**
 * A link that led to another page is gone with its own, and the focus with it. The focus goes to what is new, so that the
 * next Tab starts there; a field in which somebody writes keeps it.
 */
export function useArrival(): void {
  const { events } = useRouter();
  useEffect(() => {
    let before = pathOf(window.location.pathname);
    const arrive = (url: string) => {
      const path = pathOf(url);
      if (path === before) return;
      before = path;
      const content = document.getElementById('content');
      const { activeElement } = document;
      if (content?.contains(activeElement) || activeElement?.matches('input, select, textarea')) return;
      content?.focus({ preventScroll: true });
    };
    events.on('routeChangeComplete', arrive);
    return () => events.off('routeChangeComplete', arrive);
  }, [events]);
}
