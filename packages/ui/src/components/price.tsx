import { cx } from '../cx.ts';
import { type MoneyValue, savingPercent } from '../format-money.ts';
import { useUi } from '../i18n/context.tsx';

export type PriceProps = {
  current: MoneyValue;
  /** The price before the sale; null when there is none. */
  compareAt?: MoneyValue | null;
  /** Puts "from" in front. */
  from?: boolean;
  showSaving?: boolean;
  size?: 'medium' | 'large';
  className?: string;
};

export function Price({ current, compareAt = null, from, showSaving, size = 'medium', className }: PriceProps) {
  const { text, say, money } = useUi();
  const saving = savingPercent(current, compareAt);
  return (
    <span className={cx('mh-price', className)} data-sale={saving !== null} data-size={size}>
      <span className="mh-price-current">
        {saving !== null ? <span className="mh-visually-hidden">{`${text.priceNow} `}</span> : null}
        {from ? <span className="mh-price-from">{`${text.priceFrom} `}</span> : null}
        {money(current)}
      </span>
      {saving !== null && compareAt ? (
        <del>
          <span className="mh-visually-hidden">{`${text.priceBefore} `}</span>
          {money(compareAt)}
        </del>
      ) : null}
      {showSaving && saving !== null ? (
        <span className="mh-price-saving">{say(text.save, { percent: saving })}</span>
      ) : null}
    </span>
  );
}
