import { Button, Dialog, Notice, TextAreaField, TextField } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import { translationLocales } from '../../logic/product/types.ts';
import { adminMessages } from '../../messages/admin.ts';
import type { AdminCategory, CategoryFields } from '../../types.ts';

const text = adminMessages.categories;

interface CategoryDialogProps {
  /** Null for a new one. */
  category: AdminCategory | null;
  title: string;
  saving: boolean;
  failure: string | null;
  onSave: (fields: CategoryFields) => void;
  onClose: () => void;
}

export function CategoryDialog({ category, title, saving, failure, onSave, onClose }: CategoryDialogProps) {
  const [name, setName] = useState(category?.name ?? '');
  const [slug, setSlug] = useState(category?.slug ?? '');
  const [description, setDescription] = useState(category?.description ?? '');
  const [translations, setTranslations] = useState<NonNullable<CategoryFields['translations']>>(
    category?.translations ?? {},
  );
  const [tried, setTried] = useState(false);
  const slugWrong = slug.trim() !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || slugWrong) return;
    onSave({ name, description, translations, ...(slug.trim() && { slug: slug.trim() }) });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <div className="flex justify-end">
          <Button type="submit" form="category" variant="accent" busy={saving}>
            {saving ? text.saving : text.save}
          </Button>
        </div>
      }
    >
      <form id="category" noValidate onSubmit={submit} className="grid gap-4">
        {failure ? (
          <Notice tone="danger" role="alert">
            {failure}
          </Notice>
        ) : null}
        <TextField
          label={text.name}
          name="name"
          required
          maxLength={80}
          value={name}
          error={tried && !name.trim() ? text.nameMissing : null}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextField
          label={text.slug}
          name="slug"
          optional
          maxLength={80}
          hint={text.slugHint}
          value={slug}
          error={tried && slugWrong ? text.slugInvalid : null}
          onChange={(event) => setSlug(event.currentTarget.value)}
        />
        <TextAreaField
          label={text.description}
          name="description"
          optional
          rows={3}
          maxLength={1000}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <fieldset className="grid gap-4">
          <legend className="mh-label mb-2">{text.translations}</legend>
          {translationLocales.map((locale) => {
            const own = translations[locale];
            const set = (changes: { name?: string; description?: string }) =>
              setTranslations({ ...translations, [locale]: { ...own, ...changes } });
            const shared = { lang: locale, dir: locale === 'ar' ? 'rtl' : 'ltr', optional: true } as const;
            return (
              <div key={locale} className="grid gap-2">
                <TextField
                  {...shared}
                  label={text.nameIn(adminMessages.languages[locale])}
                  maxLength={80}
                  value={own?.name ?? ''}
                  onChange={(event) => set({ name: event.currentTarget.value })}
                />
                <TextField
                  {...shared}
                  label={text.descriptionIn(adminMessages.languages[locale])}
                  maxLength={1000}
                  value={own?.description ?? ''}
                  onChange={(event) => set({ description: event.currentTarget.value })}
                />
              </div>
            );
          })}
        </fieldset>
      </form>
    </Dialog>
  );
}
