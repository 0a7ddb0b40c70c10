import { useI18n } from '@mallhive/ui';
import { useId } from 'react';
import { useTexts } from '../texts.ts';
import { RegionChoice } from './region-choice.tsx';
import { usePopup } from './use-popup.ts';

/** In the header of a wide page; a phone has it in its menu. */
export function RegionMenu({ path }: { path: string }) {
  const { open, setOpen, root, button } = usePopup();
  const id = useId();
  const text = useTexts().region;
  const { locale, currency } = useI18n();
  return (
    <div ref={root} className="relative hidden lg:block">
      <button
        ref={button}
        type="button"
        className="flex h-11 items-center gap-1.5 rounded-full px-3 font-medium text-sm uppercase hover:bg-sunken"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {locale} · {currency}
        <span className="mh-visually-hidden">, {text.title}</span>
      </button>
      <div
        id={id}
        hidden={!open}
        className="absolute end-0 z-40 mt-2 w-80 rounded-tile border border-line bg-surface p-2 shadow-lift"
      >
        <RegionChoice path={path} />
      </div>
    </div>
  );
}
