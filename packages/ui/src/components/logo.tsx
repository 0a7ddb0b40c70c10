import { cx } from '../cx.ts';

/** The mark (three cells of a comb) and the word. */
export function Logo({ className, markOnly = false }: { className?: string; markOnly?: boolean }) {
  return (
    <span
      className={cx(className)}
      style={{ display: 'inline-flex', alignItems: 'center', gap: '0.5rem', lineHeight: 1 }}
    >
      <svg viewBox="0 0 40 40" width="32" height="32" aria-hidden="true">
        <path fill="var(--mh-accent)" d="m20 2 8.7 5v10L20 22l-8.7-5V7z" />
        <path fill="var(--mh-ink)" d="m10.3 19 8.7 5v10l-8.7 5-8.7-5V24z" />
        <path
          fill="none"
          stroke="var(--mh-ink)"
          strokeWidth="2"
          strokeLinejoin="round"
          d="m29.7 20 7.7 4.4v9.2L29.7 38 22 33.6v-9.2z"
        />
      </svg>
      {markOnly ? null : (
        <span
          style={{
            fontFamily: 'var(--mh-font-display)',
            fontSize: '1.5rem',
            fontWeight: 560,
            letterSpacing: '-0.02em',
          }}
        >
          MallHive
        </span>
      )}
    </span>
  );
}
