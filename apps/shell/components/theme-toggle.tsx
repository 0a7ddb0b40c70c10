import { MoonIcon, SunIcon } from '@mallhive/ui';
import { useEffect, useState } from 'react';
import { chooseTheme, currentTheme, type Theme } from '../lib/theme.ts';
import { useTexts } from '../texts.ts';

export function ThemeToggle() {
  const text = useTexts().header;
  // Not known on the server; the button's own picture is chosen by CSS there, see below.
  const [theme, setTheme] = useState<Theme | null>(null);
  useEffect(() => setTheme(currentTheme()), []);
  const next: Theme = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="mh-icon-button"
      aria-label={next === 'dark' ? text.toDark : text.toLight}
      onClick={() => {
        chooseTheme(next);
        setTheme(next);
      }}
    >
      {theme === 'dark' ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
