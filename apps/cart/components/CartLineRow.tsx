import { Badge, Button, Price, QuantityStepper, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { stepperMaximum } from '../logic/cart-view.ts';
import { useTexts } from '../texts.ts';
import type { CartLine } from '../types.ts';
import { LinePicture } from './line-picture.tsx';

export interface CartLineRowProps {
  line: CartLine;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
}

function Availability({ line }: { line: CartLine }) {
  const text = useTexts().page;
  const { say, date } = useI18n();
  if (line.availableQuantity <= 0) return <Badge tone="danger">{text.soldOut}</Badge>;
  if (line.quantity > line.availableQuantity)
    return <Badge tone="caution">{say(text.tooMany, { count: line.availableQuantity })}</Badge>;
  if (line.backorderQuantity > 0) {
    const count = line.backorderQuantity;
    const expected = line.expectedOn ? date(line.expectedOn, { dateStyle: 'medium', timeZone: 'UTC' }) : null;
    return (
      <Badge tone="caution">
        {expected ? say(text.laterExpected, { count, date: expected }) : say(text.later, { count })}
      </Badge>
    );
  }
  if (line.availableQuantity <= 5)
    return <Badge tone="caution">{say(text.onlyLeft, { count: line.availableQuantity })}</Badge>;
  return null;
}

export function CartLineRow({ line, onQuantity, onRemove }: CartLineRowProps) {
  const text = useTexts().page;
  const { say } = useI18n();
  const soldOut = line.availableQuantity <= 0;
  return (
    <li className="grid grid-cols-[5rem_1fr] gap-x-4 gap-y-3 py-5 md:grid-cols-[7rem_1fr] md:gap-x-6">
      <Link href={`/p/${line.slug}`} tabIndex={-1} aria-hidden="true" className={soldOut ? 'opacity-50' : ''}>
        <LinePicture url={line.imageUrl} sizes="(min-width: 48rem) 7rem, 5rem" />
      </Link>
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <h3 className="font-sans text-base font-semibold tracking-normal">
              <Link href={`/p/${line.slug}`} className="hover:underline">
                {line.title}
              </Link>
            </h3>
            {line.variantTitle ? <p className="text-sm text-ink-soft">{line.variantTitle}</p> : null}
          </div>
          <p className="shrink-0 text-end font-semibold tabular-nums">
            <Price current={line.total} />
          </p>
        </div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          {line.quantity > 1 || line.compareAt ? (
            <span>
              <Price current={line.unitPrice} compareAt={line.compareAt} /> {text.each}
            </span>
          ) : null}
          <Availability line={line} />
        </p>
        <div className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-2">
          <QuantityStepper
            size="small"
            value={line.quantity}
            maximum={stepperMaximum(line)}
            disabled={soldOut}
            label={say(text.quantity, { title: line.title })}
            onChange={onQuantity}
          />
          <Button
            variant="link"
            size="small"
            aria-label={say(text.removeItem, { title: line.title })}
            onClick={onRemove}
          >
            {text.remove}
          </Button>
        </div>
      </div>
    </li>
  );
}
