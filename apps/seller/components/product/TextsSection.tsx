import { Skeleton, Tabs, TextAreaField, TextField } from '@mallhive/ui';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { Problems } from '../../logic/product/problems.ts';
import {
  type DraftTexts,
  type ProductDraft,
  type TranslationLocale,
  translationLocales,
} from '../../logic/product/types.ts';
import { productMessages, sayProblem } from '../../messages/products.ts';
import { Panel } from '../PageHead.tsx';
import type { RichTextProps } from './RichText.tsx';

const text = productMessages.texts;
const locales = ['en', ...translationLocales] as const;
type Locale = (typeof locales)[number];

/** Half of this page's scripts are the text editor's: only who edits loads it. */
const RichText = dynamic<RichTextProps>(() => import('./RichText.tsx'), {
  ssr: false,
  loading: () => <Skeleton className="h-64" />,
});

interface FieldsProps {
  locale: Locale;
  texts: DraftTexts;
  /** The English ones beside a translation. */
  english: DraftTexts | null;
  problems: Problems;
  onChange: (changes: Partial<DraftTexts>) => void;
}

function Fields({ locale, texts, english, problems, onChange }: FieldsProps) {
  const dir = locale === 'ar' ? 'rtl' : 'ltr';
  const shared = { dir, lang: locale } as const;
  const say = (field: string) => (english ? null : sayProblem(problems[field]));
  const beside = (value: string | undefined) => (value ? text.english(value) : undefined);
  return (
    <div className="grid gap-5 pt-5">
      {english ? <p className="text-sm text-ink-soft">{text.missing}</p> : null}
      <TextField
        {...shared}
        label={text.productTitle}
        name={`title-${locale}`}
        required={!english}
        maxLength={200}
        hint={beside(english?.title)}
        value={texts.title}
        error={say('title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextField
        {...shared}
        label={text.subtitle}
        name={`subtitle-${locale}`}
        optional
        maxLength={200}
        hint={beside(english?.subtitle)}
        value={texts.subtitle}
        onChange={(event) => onChange({ subtitle: event.currentTarget.value })}
      />
      <RichText
        {...shared}
        label={text.description}
        error={say('description') ?? say('descriptionHtml')}
        value={texts.descriptionHtml}
        onChange={(descriptionHtml) => onChange({ descriptionHtml })}
      />
      <TextAreaField
        {...shared}
        label={text.highlights}
        name={`highlights-${locale}`}
        optional
        rows={4}
        hint={text.highlightsHint}
        value={texts.highlights}
        onChange={(event) => onChange({ highlights: event.currentTarget.value })}
      />
    </div>
  );
}

interface TextsSectionProps {
  draft: ProductDraft;
  problems: Problems;
  onChange: (changes: Partial<ProductDraft>) => void;
}

export function TextsSection({ draft, problems, onChange }: TextsSectionProps) {
  const [locale, setLocale] = useState<Locale>('en');
  const setTranslation = (to: TranslationLocale, changes: Partial<DraftTexts>) =>
    onChange({ translations: { ...draft.translations, [to]: { ...draft.translations[to], ...changes } } });
  return (
    <Panel title={text.title}>
      <Tabs
        label={text.language}
        selected={locale}
        onSelect={(id) => {
          const next = locales.find((candidate) => candidate === id);
          if (next) setLocale(next);
        }}
        tabs={locales.map((id) => ({
          id,
          label: text.languages[id],
          panel:
            id === 'en' ? (
              <Fields key={id} locale={id} texts={draft} english={null} problems={problems} onChange={onChange} />
            ) : (
              <Fields
                key={id}
                locale={id}
                texts={draft.translations[id]}
                english={draft}
                problems={problems}
                onChange={(changes) => setTranslation(id, changes)}
              />
            ),
        }))}
      />
    </Panel>
  );
}
