import { cx, HeartIcon, IconButton } from '@mallhive/ui';
import { useTexts } from '../texts.ts';

export interface WishHeartProps {
  wished: boolean;
  /** False in the server's HTML, before the page can react. */
  ready: boolean;
  onPress: () => void;
}

/** One name for both states: pressed says which one it is. */
export function WishHeart({ wished, ready, onPress }: WishHeartProps) {
  return (
    <IconButton
      label={useTexts().wish.label}
      variant="surface"
      aria-pressed={wished}
      disabled={!ready}
      // Until the page can react the heart is only not usable yet, which must not look like forbidden.
      className={cx('shrink-0 disabled:opacity-100', wished && 'text-sale')}
      onClick={onPress}
    >
      <HeartIcon className={wished ? 'fill-current' : ''} />
    </IconButton>
  );
}
