import { QuantityStepper, useI18n } from '@mallhive/ui';
import type { ReactNode } from 'react';
import type { Choice } from '../../logic/after-sale.ts';
import { useTexts } from '../../texts.ts';

export interface LineChoiceProps {
  choices: readonly Choice[];
  quantities: Readonly<Record<string, number>>;
  onQuantity: (lineId: string, quantity: number) => void;
  /** What else is asked of a line that was chosen. */
  more?: (choice: Choice) => ReactNode;
}

/** How many of each line. */
export function LineChoice({ choices, quantities, onQuantity, more }: LineChoiceProps) {
  const text = useTexts().afterSale;
  const { say } = useI18n();
  return (
    <ul className="divide-y divide-line rounded-control border border-line">
      {choices.map((choice) => {
        const { line, most } = choice;
        const quantity = quantities[line.id] ?? 0;
        return (
          <li key={line.id} className="grid gap-3 p-4">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0 flex-1 leading-snug">
                <span className="font-semibold">{line.title}</span>
                <span className="block text-sm text-ink-soft">
                  {line.variantTitle ? (
                    <>
                      <bdi>{line.variantTitle}</bdi> ·{' '}
                    </>
                  ) : null}
                  {say(text.upTo, { count: most })}
                </span>
              </span>
              <QuantityStepper
                size="small"
                minimum={0}
                maximum={most}
                value={quantity}
                label={say(text.howMany, { title: line.title })}
                onChange={(value) => onQuantity(line.id, value)}
              />
            </div>
            {quantity > 0 && more ? more(choice) : null}
          </li>
        );
      })}
    </ul>
  );
}
