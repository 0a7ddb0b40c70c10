import type { HTMLAttributes, ReactNode } from 'react';
import { cx } from '../cx.ts';

export type BadgeProps = {
  tone?: 'neutral' | 'accent' | 'inverse' | 'sale' | 'positive' | 'caution' | 'danger';
  className?: string;
  children: ReactNode;
};

export function Badge({ tone = 'neutral', className, children }: BadgeProps) {
  return (
    <span className={cx('mh-badge', className)} data-tone={tone}>
      {children}
    </span>
  );
}

export type CardProps = HTMLAttributes<HTMLElement> & {
  as?: 'div' | 'section' | 'article' | 'aside' | 'li';
  tone?: 'outlined' | 'plain' | 'sunken';
  padding?: 'none' | 'medium' | 'large';
};

export function Card({ as: Element = 'div', tone = 'outlined', padding = 'medium', className, ...rest }: CardProps) {
  return <Element {...rest} className={cx('mh-card', className)} data-tone={tone} data-padding={padding} />;
}

/** The page's width and side margins. */
export function Container({ className, ...rest }: HTMLAttributes<HTMLDivElement>) {
  return <div {...rest} className={cx('mh-page', className)} />;
}

export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className="mh-visually-hidden">{children}</span>;
}

/** A cell of the comb with a logo, or with the first letters of a name. */
export function Monogram({ name, imageUrl, size = 48 }: { name: string; imageUrl?: string | null; size?: number }) {
  const letters = name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word[0])
    .join('');
  return (
    <span className="mh-monogram" aria-hidden="true" style={{ width: size, height: size, fontSize: size * 0.36 }}>
      {imageUrl ? <img src={imageUrl} alt="" width={size} height={size} loading="lazy" decoding="async" /> : letters}
    </span>
  );
}

export type TagProps = {
  children: ReactNode;
  chosen?: boolean;
  onClick?: () => void;
  'aria-label'?: string;
  className?: string;
};

/** A small pill: a chosen filter (with `onClick` it is a button), a keyword. */
export function Tag({ chosen, onClick, className, ...rest }: TagProps) {
  const shared = { ...rest, className: cx('mh-tag', className), 'data-chosen': chosen };
  return onClick ? <button type="button" onClick={onClick} {...shared} /> : <span {...shared} />;
}
