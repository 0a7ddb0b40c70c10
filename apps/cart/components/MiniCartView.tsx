import { BagIcon, Drawer, IconButton, useI18n } from '@mallhive/ui';
import { badgeText } from '../logic/cart-view.ts';
import { useTexts } from '../texts.ts';
import type { Cart } from '../types.ts';
import { MiniCartFooter, MiniCartPanel } from './MiniCartPanel.tsx';

export interface MiniCartViewProps {
  /** Null until it is known: the button is there all the same. */
  count: number | null;
  cart: Cart | undefined;
  failed: boolean;
  open: boolean;
  onOpen: () => void;
  onClose: () => void;
  onRetry: () => void;
}

export function MiniCartView({ count, cart, failed, open, onOpen, onClose, onRetry }: MiniCartViewProps) {
  const text = useTexts().mini;
  const { say } = useI18n();
  return (
    <>
      <IconButton
        label={count === null ? text.openUnknown : say(text.open, { count })}
        onClick={onOpen}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        <BagIcon />
        {count ? (
          <span
            key={count}
            className="absolute -top-0.5 -end-0.5 min-w-5 rounded-full bg-accent px-1 text-center text-xs leading-5 font-bold text-accent-ink tabular-nums"
            aria-hidden="true"
          >
            {badgeText(count)}
          </span>
        ) : null}
      </IconButton>
      <Drawer
        open={open}
        onClose={onClose}
        title={text.title}
        footer={cart && cart.lines.length > 0 ? <MiniCartFooter cart={cart} onLeave={onClose} /> : undefined}
      >
        <MiniCartPanel cart={cart} failed={failed} onRetry={onRetry} onLeave={onClose} />
      </Drawer>
    </>
  );
}
