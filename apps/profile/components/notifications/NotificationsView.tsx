import type { Locale } from '@mallhive/api-client';
import { localeNames, SelectField, toLocale } from '@mallhive/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../texts.ts';
import type { MessageChange, MessageSettings } from '../../types.ts';
import { AccountLayout } from '../AccountLayout.tsx';
import { Section } from '../security/Section.tsx';
import { KindRow } from './KindRow.tsx';

/** How the last change ended, and what it was about. */
export interface Outcome {
  about: MessageChange['kind'] | 'language';
  failed: boolean;
}

export interface NotificationsViewProps {
  settings: MessageSettings;
  language: Locale;
  outcome: Outcome | null;
  /** False until the page can react. */
  ready: boolean;
  onChange: (change: MessageChange) => void;
  onLanguage: (language: Locale) => void;
  /** What stands before the language. */
  children?: ReactNode;
}

const forSellers: readonly string[] = ['sales', 'daily', 'stock', 'shop'];
const languages = Object.entries(localeNames).map(([value, label]) => ({ value, label }));

/** First what can be chosen, then what cannot, and why. */
export function NotificationsView({
  settings,
  language,
  outcome,
  ready,
  onChange,
  onLanguage,
  children,
}: NotificationsViewProps) {
  const text = useTexts().notifications;
  const groups = [
    { id: 'optional', title: text.optional, of: settings.kinds.filter((entry) => !entry.mandatory) },
    { id: 'selling', title: text.selling, of: settings.kinds },
    { id: 'always', title: text.always, lead: text.alwaysLead, of: settings.kinds.filter((entry) => entry.mandatory) },
  ].map(({ id, of, ...group }) => ({
    ...group,
    id,
    kinds: of.filter(({ kind }) => forSellers.includes(kind) === (id === 'selling')),
  }));
  const said = (inside: boolean) =>
    outcome && inside ? { [outcome.failed ? 'failure' : 'news']: outcome.failed ? text.failed : text.saved } : {};

  return (
    <AccountLayout current="notifications">
      <h1>{text.title}</h1>
      <p className="mt-2 mb-6 max-w-prose text-ink-soft">{text.lead}</p>
      <div className="grid gap-6">
        {groups.map(({ id, title, lead, kinds }) =>
          kinds.length > 0 ? (
            <Section key={id} title={title} {...said(kinds.some(({ kind }) => kind === outcome?.about))}>
              {lead ? <p className="max-w-prose text-ink-soft">{lead}</p> : null}
              <ul className="divide-y divide-line">
                {kinds.map((entry) => (
                  <KindRow key={entry.kind} {...entry} ready={ready} onChange={onChange} />
                ))}
              </ul>
            </Section>
          ) : null,
        )}
        {children}
        <Section title={text.language.title} {...said(outcome?.about === 'language')}>
          <SelectField
            className="max-w-sm"
            label={text.language.label}
            hint={text.language.hint}
            options={languages}
            value={language}
            disabled={!ready}
            onChange={(event) => onLanguage(toLocale(event.target.value))}
          />
        </Section>
      </div>
    </AccountLayout>
  );
}
