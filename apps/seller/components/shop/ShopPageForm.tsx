import { useApi } from '@mallhive/api-client';
import { Button, Monogram, Notice, TextAreaField, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { shopPageMessages as text } from '../../messages/shop-page.ts';
import type { ShopPage } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';
import { Panel } from '../PageHead.tsx';
import { useLeaveGuard } from '../use-leave-guard.ts';
import { PictureField } from './PictureField.tsx';

const names = ['tagline', 'description', 'returnPolicy', 'logoUrl', 'bannerUrl'] as const;
type Fields = Pick<ShopPage, (typeof names)[number]>;

const fieldsOf = (page: ShopPage): Fields => ({
  tagline: page.tagline,
  description: page.description,
  returnPolicy: page.returnPolicy,
  logoUrl: page.logoUrl,
  bannerUrl: page.bannerUrl,
});

function Preview({ name, fields }: { name: string; fields: Fields }) {
  return (
    <figure aria-label={text.preview} className="overflow-hidden rounded-tile border border-line bg-surface">
      <div className="h-28 bg-tile-1">
        {fields.bannerUrl ? <img src={fields.bannerUrl} alt="" className="size-full object-cover" /> : null}
      </div>
      <div className="grid gap-2 p-5">
        <span className="-mt-12 w-fit rounded-full bg-surface p-1">
          <Monogram name={name} imageUrl={fields.logoUrl || null} size={64} />
        </span>
        <p className="font-display text-2xl">{name}</p>
        <p className="font-medium text-ink-soft">{fields.tagline || text.emptyTagline}</p>
        <p className="text-sm whitespace-pre-line">{fields.description || text.emptyDescription}</p>
      </div>
    </figure>
  );
}

export function ShopPageForm({ page }: { page: ShopPage }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [base, setBase] = useState(() => fieldsOf(page));
  const [fields, setFields] = useState(base);
  const changed = names.filter((name) => fields[name] !== base[name]);
  useLeaveGuard(changed.length > 0);
  const set = (changes: Partial<Fields>) => setFields((current) => ({ ...current, ...changes }));
  const save = useMutation(
    api.catalog.saveShopPage.mutationOptions({
      onSuccess: ({ page: saved }) => {
        setBase(fieldsOf(saved));
        setFields(fieldsOf(saved));
        toast.show({ message: text.saved });
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.catalog.shopPage.pathKey() }),
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ sellerId, ...Object.fromEntries(changed.map((name) => [name, fields[name]])) });
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_24rem] xl:items-start">
      <div className="grid gap-5">
        <Panel title={text.words}>
          <div className="grid gap-4">
            <TextField
              label={text.tagline}
              name="tagline"
              maxLength={160}
              hint={text.taglineHint}
              value={fields.tagline}
              onChange={(event) => set({ tagline: event.currentTarget.value })}
            />
            <TextAreaField
              label={text.description}
              name="description"
              rows={6}
              maxLength={4000}
              value={fields.description}
              onChange={(event) => set({ description: event.currentTarget.value })}
            />
            <TextAreaField
              label={text.returnPolicy}
              name="returnPolicy"
              rows={4}
              maxLength={4000}
              hint={text.returnPolicyHint}
              value={fields.returnPolicy}
              onChange={(event) => set({ returnPolicy: event.currentTarget.value })}
            />
          </div>
        </Panel>
        <Panel title={text.pictures}>
          <div className="grid gap-5">
            <PictureField
              label={text.logo}
              hint={text.logoHint}
              url={fields.logoUrl}
              onChange={(logoUrl) => set({ logoUrl })}
            />
            <PictureField
              wide
              label={text.banner}
              hint={text.bannerHint}
              url={fields.bannerUrl}
              onChange={(bannerUrl) => set({ bannerUrl })}
            />
          </div>
        </Panel>
        {save.isError ? (
          <Notice tone="danger" role="alert">
            {sayRefusal(save.error, {}, text.failed)}
          </Notice>
        ) : null}
        <div className="flex items-center gap-4">
          <Button type="submit" variant="accent" busy={save.isPending} disabled={changed.length === 0}>
            {save.isPending ? text.saving : text.save}
          </Button>
          <p className="text-sm text-ink-soft" role="status">
            {changed.length > 0 ? text.unsaved : ''}
          </p>
        </div>
      </div>
      <aside>
        <h2 className="mb-3 text-lg">{text.preview}</h2>
        <Preview name={page.name} fields={fields} />
      </aside>
    </form>
  );
}
