import { cx } from '@mallhive/ui';

/** An icon that only the dashboard has: 24 × 24, drawn like those of the design system. */
export function icon(path: string) {
  return function Icon({ className }: { className?: string }) {
    return (
      <svg
        className={cx('mh-icon', className)}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d={path} />
      </svg>
    );
  };
}

export const MoreIcon = icon('M6 12h.01M12 12h.01M18 12h.01');
export const DragIcon = icon('M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01');
export const NumbersIcon = icon('M10 6h10M10 12h10M10 18h10M4 5h1v3.5M4 14h2l-2 3.5h2.2');
export const ListIcon = icon('M10 6h10M10 12h10M10 18h10M5 6h.01M5 12h.01M5 18h.01');
