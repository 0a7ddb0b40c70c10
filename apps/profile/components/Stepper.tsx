import { CheckIcon } from '@mallhive/ui';
import { stepperOf } from '../logic/status.ts';
import { useTexts } from '../texts.ts';
import type { SubOrderStatus } from '../types.ts';

/** From ordered to delivered, as far as this part has come. */
export function Stepper({ status }: { status: SubOrderStatus }) {
  const text = useTexts().order;
  const steps = stepperOf(status);
  if (!steps) return null;
  return (
    <ol className="grid grid-cols-4" aria-label={text.progress}>
      {steps.map(({ step, state }, index) => (
        <li
          key={step}
          className="relative grid justify-items-center gap-2 text-center"
          aria-current={state === 'current' ? 'step' : undefined}
        >
          {index > 0 ? (
            <span
              className={`absolute top-3.5 end-1/2 h-0.5 w-full ${state === 'done' ? 'bg-positive' : 'bg-line'}`}
              aria-hidden="true"
            />
          ) : null}
          <span
            className={`relative z-10 grid size-7 place-items-center rounded-full border-2 ${
              state === 'done'
                ? 'border-positive bg-positive text-surface'
                : state === 'current'
                  ? 'border-accent-strong bg-surface'
                  : 'border-line bg-surface'
            }`}
            aria-hidden="true"
          >
            {state === 'done' ? <CheckIcon className="size-4" /> : null}
            {state === 'current' ? <span className="size-2 rounded-full bg-accent-strong" /> : null}
          </span>
          <span className={`text-xs sm:text-sm ${state === 'upcoming' ? 'text-ink-soft' : 'font-medium'}`}>
            {text.step[step]}
            <span className="mh-visually-hidden"> ({text.stepState[state]})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
