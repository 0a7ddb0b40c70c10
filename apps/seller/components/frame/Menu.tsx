import { cx } from '@mallhive/ui';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface MenuProps {
  /** Read out; what the button opens. */
  label: string;
  trigger: ReactNode;
  /** Items: links and buttons with role="menuitem". */
  children: ReactNode;
  align?: 'start' | 'end';
  className?: string;
  triggerClassName?: string;
}

/** A small list of actions under a button, after the ARIA menu button pattern: arrows move, Escape closes. */
export function Menu({ label, trigger, children, align = 'end', className, triggerClassName }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const items = () => [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  const keys = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
      return;
    }
    if (event.key === 'Tab') return setOpen(false);
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    all[(target + all.length) % all.length]?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the button and the items, which are interactive.
    <div ref={root} className={cx('relative', className)} onKeyDown={keys}>
      <button
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        className={triggerClassName}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open ? (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a press on an item closes; keys are handled above.
        <div
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          onClick={() => setOpen(false)}
          className={`absolute top-full z-40 mt-1 grid min-w-52 rounded-tile border border-line bg-surface p-1.5 shadow-lift ${align === 'end' ? 'right-0' : 'left-0'}`}
        >
          {children}
        </div>
      ) : null}
    </div>
  );
}

export const menuItem =
  'flex min-h-10 w-full items-center gap-3 rounded-control px-3 py-2 text-left text-sm hover:bg-sunken focus-visible:bg-sunken disabled:text-ink-soft';
