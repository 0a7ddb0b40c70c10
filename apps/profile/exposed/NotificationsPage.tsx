import { type Locale, useApi } from '@mallhive/api-client';
import { useHydrated } from '@mallhive/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { NotificationsView, type Outcome } from '../components/notifications/NotificationsView.tsx';
import { TimesSection } from '../components/notifications/TimesSection.tsx';
import { applied, type Pending, settingKey } from '../logic/message-settings.ts';
import type { MessageChange, MessageSettings } from '../types.ts';

export interface NotificationsPageProps {
  settings: MessageSettings;
  language: Locale;
}

/** One after the other, so that the answer to an earlier change never hides a later one. */
const scope = { id: 'message-settings' };

/** What the person is written to about, and in which language. A switch is shown as it was set while that is being saved. */
export default function NotificationsPage({ settings: initial, language: initialLanguage }: NotificationsPageProps) {
  const api = useApi();
  const queries = useQueryClient();
  const ready = useHydrated();
  const [pending, setPending] = useState<Pending>({});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const settings = useQuery(api.notifications.preferences.queryOptions(undefined, { initialData: initial })).data;
  const language = useQuery(
    api.identity.language.queryOptions(undefined, { initialData: { locale: initialLanguage } }),
  ).data;
  const save = useMutation(api.notifications.setPreferences.mutationOptions({ scope }));
  const saveLanguage = useMutation(api.identity.setLanguage.mutationOptions({ scope }));

  const finish = async (kind: Outcome['about'], work: () => Promise<void>) => {
    setOutcome(null);
    const failed = await work().then(
      () => false,
      () => true,
    );
    setOutcome({ about: kind, failed });
  };
  const onChange = (change: MessageChange) => {
    const key = settingKey(change);
    setPending((now) => ({ ...now, [key]: change.wanted }));
    void finish(change.kind, async () => {
      try {
        const saved = await save.mutateAsync({ changes: [change] });
        queries.setQueryData(api.notifications.preferences.queryKey(), saved);
      } finally {
        // Touched once more meanwhile: the later touch is still on its way.
        setPending((now) => {
          const { [key]: shown, ...others } = now;
          return shown === change.wanted ? others : now;
        });
      }
    });
  };
  const onLanguage = (locale: Locale) =>
    void finish('language', async () => {
      const saved = await saveLanguage.mutateAsync({ locale });
      queries.setQueryData(api.identity.language.queryKey(), saved);
    });

  return (
    <NotificationsView
      settings={applied(settings, pending)}
      language={saveLanguage.isPending ? saveLanguage.variables.locale : language.locale}
      outcome={outcome}
      ready={ready}
      onChange={onChange}
      onLanguage={onLanguage}
    >
      <TimesSection />
    </NotificationsView>
  );
}
