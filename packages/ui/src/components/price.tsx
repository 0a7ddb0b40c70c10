import { cx } from '../cx.ts';
import { formatMoney, type MoneyValue, savingPercent } from '../format-money.ts';
import { uiMessages } from '../messages.ts';

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
  const saving = savingPercent(current, compareAt);
  return (
    <span className={cx('mh-price', className)} data-sale={saving !== null} data-size={size}>
      <span className="mh-price-current">
        {saving !== null ? <span className="mh-visually-hidden">{`${uiMessages.priceNow} `}</span> : null}
        {from ? <span className="mh-price-from">{`${uiMessages.priceFrom} `}</span> : null}
        {formatMoney(current)}
      </span>
      {saving !== null && compareAt ? (
        <del>
          <span className="mh-visually-hidden">{`${uiMessages.priceBefore} `}</span>
          {formatMoney(compareAt)}
        </del>
      ) : null}
      {showSaving && saving !== null ? <span className="mh-price-saving">{uiMessages.save(saving)}</span> : null}
    </span>
  );
}
