import { useApi } from '@mallhive/api-client';
import { SelectField, useHydrated } from '@mallhive/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../texts.ts';
import type { MessageTimes } from '../../types.ts';
import { Section } from '../security/Section.tsx';

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour * 60),
  label: `${String(hour).padStart(2, '0')}:00`,
}));
const scope = { id: 'message-times' };

/** All that the browser knows, and the person's own also when it does not. */
function zonesWith(own: string) {
  const zones = new Set([own, ...Intl.supportedValuesOf('timeZone')]);
  return [...zones].toSorted().map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

/** When messages that can wait may come. Where the person is, the browser says once, until they say so themselves. */
export function TimesSection() {
  const api = useApi();
  const queries = useQueryClient();
  const ready = useHydrated();
  const text = useTexts().notifications;
  const key = api.notifications.times.queryKey();
  const { data: times } = useQuery(api.notifications.times.queryOptions());

  const save = useMutation(
    api.notifications.setTimes.mutationOptions({ scope, onSuccess: (saved) => queries.setQueryData(key, saved) }),
  );
  const { mutate: learn } = useMutation(
    api.notifications.learnTimeZone.mutationOptions({
      scope,
      onSuccess: ({ learnt }) => (learnt ? queries.invalidateQueries({ queryKey: key }) : undefined),
    }),
  );
  const asked = useRef(false);
  useEffect(() => {
    if (!times || times.known || asked.current) return;
    asked.current = true;
    learn({ timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  }, [times, learn]);

  const shown = save.isPending ? save.variables : times;
  const set = (change: Partial<MessageTimes>) => {
    if (!shown) return;
    const { timeZone, quietFrom, quietTo } = { ...shown, ...change };
    save.mutate({ timeZone, quietFrom, quietTo });
  };
  const said = save.isError ? { failure: text.failed } : save.isSuccess ? { news: text.saved } : {};
  return (
    <Section title={text.times.title} {...said}>
      <p className="max-w-prose text-ink-soft">{text.times.text}</p>
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField
          label={text.times.zone}
          options={ready && shown ? zonesWith(shown.timeZone) : []}
          value={shown?.timeZone ?? ''}
          disabled={!shown}
          onChange={(event) => set({ timeZone: event.target.value })}
        />
        <SelectField
          label={text.times.from}
          options={hours}
          value={String(shown?.quietFrom ?? 0)}
          disabled={!shown}
          onChange={(event) => set({ quietFrom: Number(event.target.value) })}
        />
        <SelectField
          label={text.times.until}
          options={hours}
          value={String(shown?.quietTo ?? 0)}
          disabled={!shown}
          onChange={(event) => set({ quietTo: Number(event.target.value) })}
        />
      </div>
      <p className="text-sm text-ink-soft">{text.times.hint}</p>
    </Section>
  );
}
