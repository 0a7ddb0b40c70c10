import { Button, SelectField, TextField } from '@mallhive/ui';
import { useState } from 'react';
import { isPeriod, type Period, presets } from '../../logic/period.ts';
import { analyticsMessages } from '../../messages/analytics.ts';

const text = analyticsMessages.period;

interface PeriodPickerProps {
  period: Period;
  /** A number of days, or empty: an own period. */
  days: string;
  onChange: (change: { days: string; from: string; to: string }) => void;
}

/** Some days up to today, or any two days. */
export function PeriodPicker({ period, days, onChange }: PeriodPickerProps) {
  const [own, setOwn] = useState<Period | null>(days === '' ? period : null);
  const options = [
    ...presets.map((preset) => ({ value: String(preset), label: text.presets[preset] })),
    { value: '', label: text.presets.own },
  ];
  return (
    <form
      className="flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (own && isPeriod(own)) onChange({ days: '', ...own });
      }}
    >
      <SelectField
        label={text.label}
        hideLabel={own === null}
        value={own ? '' : days}
        options={options}
        onChange={({ currentTarget: { value } }) => {
          setOwn(value === '' ? period : null);
          if (value !== '') onChange({ days: value, from: '', to: '' });
        }}
      />
      {own ? (
        <>
          <TextField
            type="date"
            label={text.from}
            value={own.from}
            required
            error={isPeriod(own) ? null : text.wrong}
            onChange={({ currentTarget: { value } }) => setOwn({ ...own, from: value })}
          />
          <TextField
            type="date"
            label={text.to}
            value={own.to}
            required
            onChange={({ currentTarget: { value } }) => setOwn({ ...own, to: value })}
          />
          <Button type="submit" variant="secondary">
            {text.apply}
          </Button>
        </>
      ) : null}
    </form>
  );
}
