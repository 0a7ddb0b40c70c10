import { useI18n } from '@mallhive/ui';
import { useReviewTexts } from './texts.ts';

interface StarFieldProps {
  value: number;
  error: string | null;
  onChange: (stars: number) => void;
}

/** One to five stars as radio buttons: arrow keys choose, the stars only show it. */
export function StarField({ value, error, onChange }: StarFieldProps) {
  const texts = useReviewTexts();
  const { say } = useI18n();
  return (
    <fieldset className="mh-field" aria-describedby={error ? 'rating-error' : undefined}>
      <legend className="mh-label mb-1">{texts.rating}</legend>
      <div className="flex gap-1">
        {[1, 2, 3, 4, 5].map((stars) => (
          <label
            key={stars}
            className="grid size-11 cursor-pointer place-items-center rounded-control has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="rating"
              className="sr-only"
              checked={value === stars}
              onChange={() => onChange(stars)}
              aria-label={say(texts.star, { count: stars })}
            />
            <svg
              viewBox="0 0 24 24"
              aria-hidden="true"
              className={`size-8 ${stars <= value ? 'fill-star text-star' : 'fill-none text-ink-soft'}`}
              stroke="currentColor"
              strokeWidth="1.5"
            >
              <path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.8l-5.3 2.9 1.1-5.9L3.5 9.7l5.9-.8L12 3.5Z" />
            </svg>
          </label>
        ))}
      </div>
      {error ? (
        <span className="mh-field-error" id="rating-error" role="alert">
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}
