import { cx } from '../cx.ts';
import { uiMessages } from '../messages.ts';

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
  const label = count === undefined ? `${average.toFixed(1)} / 5` : uiMessages.rating(average, count);
  const fill = `${Math.round((Math.max(0, Math.min(5, average)) / 5) * 1000) / 10}%`;
  return (
    <span className={cx('mh-rating', className)}>
      <span className="mh-stars" role="img" aria-label={label} style={{ '--fill': fill } as React.CSSProperties} />
      {showAverage ? <span aria-hidden="true">{average.toFixed(1)}</span> : null}
      {countLabel ? (
        <span className="mh-rating-count" aria-hidden="true">
          {countLabel}
        </span>
      ) : null}
    </span>
  );
}
