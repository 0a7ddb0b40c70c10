import { tell } from '@mallhive/federation/tell';
import { type RefObject, useEffect } from 'react';
import type { ProductCardData } from '../types.ts';

/** Tells that a rail was seen (half of it on screen), and which of its products was opened. `rail` null: not yet there. */
export function useToldRail(
  ref: RefObject<HTMLElement | null>,
  rail: string | null,
  items: readonly ProductCardData[],
) {
  useEffect(() => {
    const element = ref.current;
    if (!element || !rail) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        tell({ type: 'rail_shown', rail });
      },
      { threshold: 0.5 },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, rail]);
  useEffect(() => {
    const element = ref.current;
    if (!element || !rail) return;
    const clicked = (event: Event) => {
      const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : null;
      const opened = items.find(({ slug }) => href?.endsWith(`/p/${slug}`));
      if (opened) tell({ type: 'rail_clicked', rail, productId: opened.id });
    };
    element.addEventListener('click', clicked);
    return () => element.removeEventListener('click', clicked);
  }, [ref, rail, items]);
}
