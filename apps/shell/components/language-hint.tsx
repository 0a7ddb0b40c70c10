import { Button, dirOf, type Locale, localisedPath } from '@mallhive/ui';
import { useState } from 'react';
import { localeCookie, rememberChoice } from '../lib/cookies.ts';
import { languageHint } from '../messages/language-hint.ts';

/** Offers the visitor's own language once; whatever they answer is remembered. */
export default function LanguageHint({ offered, current }: { offered: Locale; current: Locale }) {
  const [open, setOpen] = useState(true);
  if (!open) return null;
  const text = languageHint[offered];
  const accept = () => {
    rememberChoice(localeCookie, offered);
    const { pathname, search } = location;
    location.assign(localisedPath(offered, pathname.replace(/^\/(de|fr|ar)(?=\/|$)/, '') || '/') + search);
  };
  const decline = () => {
    rememberChoice(localeCookie, current);
    setOpen(false);
  };
  return (
    <aside
      lang={offered}
      dir={dirOf(offered)}
      aria-label={text.offer}
      className="pointer-events-auto flex flex-wrap items-center gap-3 rounded-panel border border-line bg-surface p-4 shadow-lift"
    >
      <p className="min-w-48 flex-1">{text.offer}</p>
      <Button size="small" onClick={accept}>
        {text.accept}
      </Button>
      <Button size="small" variant="quiet" onClick={decline}>
        {text.decline}
      </Button>
    </aside>
  );
}
