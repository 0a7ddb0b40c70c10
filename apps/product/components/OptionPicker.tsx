import { cx } from '@mallhive/ui';
import { useId } from 'react';
import { choose, valueState } from '../logic/variants.ts';
import { useTexts } from '../texts.ts';
import type { Product, ProductOption, Variant } from '../types.ts';

type OptionPickerProps = { product: Product; variant: Variant; onChoose: (variant: Variant) => void };

/** One group of radio buttons per option, drawn as swatches where the option has colours. */
export function OptionPicker({ product, variant, onChoose }: OptionPickerProps) {
  return (
    <div className="grid gap-5">
      {product.options.map((option) => (
        <OptionGroup key={option.name} option={option} product={product} variant={variant} onChoose={onChoose} />
      ))}
    </div>
  );
}

function OptionGroup({ option, product, variant, onChoose }: OptionPickerProps & { option: ProductOption }) {
  const texts = useTexts();
  const group = useId();
  const chosen = variant.optionValues[option.name] ?? '';
  const swatches = option.values.some((entry) => entry.swatch);
  return (
    <fieldset>
      <legend className="mb-2 text-[0.9375rem]">
        <span className="text-ink-soft">{option.name}: </span>
        <span className="font-semibold">{chosen}</span>
      </legend>
      <div className="flex flex-wrap gap-2.5">
        {option.values.map(({ value, swatch }) => {
          const state = valueState(product, variant, option.name, value);
          const hint = state === 'sold-out' ? texts.options.unavailable : texts.options.notMade;
          return (
            <label
              key={value}
              title={state === 'available' ? value : `${value}, ${hint}`}
              className={cx(
                'relative inline-flex min-h-11 cursor-pointer items-center justify-center border text-[0.9375rem] font-medium transition-colors',
                'has-checked:border-accent-strong has-checked:ring-1 has-checked:ring-accent-strong',
                'has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent-strong',
                swatches
                  ? 'size-11 rounded-full border-line p-1'
                  : 'min-w-12 rounded-control border-line-strong px-4 hover:border-ink',
                !swatches && 'has-checked:bg-accent-soft',
                state !== 'available' && !swatches && 'border-dashed text-ink-soft',
              )}
            >
              <input
                type="radio"
                name={group}
                value={value}
                checked={value === chosen}
                onChange={() => onChoose(choose(product, variant, option.name, value))}
                className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              />
              {swatches ? (
                <>
                  <span className="sr-only">{value}</span>
                  <span
                    aria-hidden="true"
                    className={cx(
                      'size-full rounded-full border border-line-strong',
                      state !== 'available' && 'opacity-35',
                    )}
                    style={{ background: swatch ?? 'var(--mh-sunken)' }}
                  />
                </>
              ) : (
                <span className={cx(state !== 'available' && 'line-through decoration-1')}>{value}</span>
              )}
              {state === 'available' ? null : <span className="sr-only">{`, ${hint}`}</span>}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
