import { cx } from '../cx.ts';
import { useUi } from '../i18n/context.tsx';

export type RatingProps = {
  average: number;
  count?: number;
  /** Shows the number of reviews in words of the caller: `(12)`, `12 reviews`. */
  countLabel?: string;
  showAverage?: boolean;
  className?: string;
};

/** Five stars, filled to a tenth; read out as one sentence. */
export function Rating({ average, count, countLabel, showAverage, className }: RatingProps) {
  const { text, say, number } = useUi();
  const shown = number(average, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const label = count === undefined ? say(text.stars, { average: shown }) : say(text.rating, { average: shown, count });
  const fill = `${Math.round((Math.max(0, Math.min(5, average)) / 5) * 1000) / 10}%`;
  return (
    <span className={cx('mh-rating', className)}>
      <span className="mh-stars" role="img" aria-label={label} style={{ '--fill': fill } as React.CSSProperties} />
      {showAverage ? <span aria-hidden="true">{shown}</span> : null}
      {countLabel ? (
        <span className="mh-rating-count" aria-hidden="true">
          {countLabel}
        </span>
      ) : null}
    </span>
  );
}
