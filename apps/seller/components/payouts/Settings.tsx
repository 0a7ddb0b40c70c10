import { useApi } from '@mallhive/api-client';
import { Button, Notice } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { priceText } from '../../logic/prices.ts';
import { payoutMessages } from '../../messages/payouts.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';
import { Panel } from '../PageHead.tsx';
import { ProviderAccount } from './ProviderAccount.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';

const text = payoutMessages.settings;

/** How the seller is paid; owners may change it. */
export function Settings() {
  const api = useApi();
  const { sellerId, role } = useOrganisation();
  const [editing, setEditing] = useState(false);
  const query = useQuery(api.payments.payoutSettings.queryOptions({ sellerId }));
  return (
    <Panel title={text.title}>
      <Loaded query={query}>
        {({ settings, methods }) => (
          <div className="grid gap-4">
            {settings ? (
              <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2">
                <dt className="text-ink-soft">{text.to}</dt>
                <dd className="font-semibold tabular-nums">{settings.masked}</dd>
                <dt className="text-ink-soft">{text.method}</dt>
                <dd>{methods.find(({ code }) => code === settings.method)?.name ?? settings.method}</dd>
                <dt className="text-ink-soft">{text.frequency}</dt>
                <dd>{text.frequencies[settings.frequency]}</dd>
                <dt className="text-ink-soft">{text.minimum}</dt>
                <dd className="tabular-nums">{priceText(settings.minimum)}</dd>
              </dl>
            ) : (
              <Notice tone="caution">{text.none}</Notice>
            )}
            {role === 'owner' ? (
              <div>
                <Button variant={settings ? 'secondary' : 'accent'} onClick={() => setEditing(true)}>
                  {settings ? text.change : text.setUp}
                </Button>
              </div>
            ) : (
              <p className="text-sm text-ink-soft">{text.onlyOwners}</p>
            )}
            {methods.map(({ onboarding, ...method }) =>
              onboarding ? <ProviderAccount key={method.code} method={method} state={onboarding} /> : null,
            )}
            {editing ? (
              <SettingsDialog settings={settings} methods={methods} onClose={() => setEditing(false)} />
            ) : null}
          </div>
        )}
      </Loaded>
    </Panel>
  );
}
