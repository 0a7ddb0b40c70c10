import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ElementType, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../i18n/context.tsx';

type Look = {
  /** `accent` is for the one thing the page is for; `primary` for the rest. */
  variant?: 'primary' | 'accent' | 'secondary' | 'quiet' | 'danger' | 'link';
  size?: 'small' | 'medium' | 'large';
  /** As wide as its container. */
  block?: boolean;
};

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  Look & {
    /** Shows a spinner and ignores clicks, keeping focus and width. */
    busy?: boolean;
  };

export function Button({
  variant = 'primary',
  size = 'medium',
  block,
  busy,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const { text } = useUi();
  return (
    <button
      type="button"
      {...rest}
      className={cx('mh-button', className)}
      data-variant={variant}
      data-size={size}
      data-block={block}
      aria-disabled={busy ? true : undefined}
      aria-busy={busy}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className="mh-spinner" role="status" aria-label={text.loading} /> : null}
      {children}
    </button>
  );
}

export type LinkButtonProps = AnchorHTMLAttributes<HTMLAnchorElement> &
  Look & {
    href: string;
    /** The link component of the router, `next/link`; a plain anchor without it. */
    as?: ElementType;
  };

export function LinkButton({ variant = 'primary', size = 'medium', block, as, className, ...rest }: LinkButtonProps) {
  const Component: ElementType = as ?? 'a';
  return (
    <Component
      {...rest}
      className={cx('mh-button', className)}
      data-variant={variant}
      data-size={size}
      data-block={block}
    />
  );
}

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  /** Read out; an icon alone says nothing to a screen reader. */
  label: string;
  children: ReactNode;
  variant?: 'quiet' | 'surface';
  size?: 'small' | 'medium';
};

export function IconButton({
  label,
  variant = 'quiet',
  size = 'medium',
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={cx('mh-icon-button', className)}
      data-variant={variant}
      data-size={size}
    >
      {children}
    </button>
  );
}
