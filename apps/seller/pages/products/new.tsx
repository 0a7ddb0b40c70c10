import { refusalOf, useApi } from '@mallhive/api-client';
import { Button, Notice, SelectField, TextField } from '@mallhive/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { type FormEvent, useRef, useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead, Panel } from '../../components/PageHead.tsx';
import { useCategories } from '../../components/product/use-categories.ts';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { productMessages } from '../../messages/products.ts';

const text = productMessages.create;

function NewProduct() {
  const api = useApi();
  const queries = useQueryClient();
  const router = useRouter();
  const { sellerId } = useOrganisation();
  const categories = useCategories();
  const [title, setTitle] = useState('');
  const [categoryId, setCategoryId] = useState('');
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const create = useMutation(
    api.catalog.createProduct.mutationOptions({
      onSuccess: async ({ product }) => {
        await queries.invalidateQueries({ queryKey: api.catalog.sellerProducts.pathKey() });
        await router.replace(`/products/${product.id}`);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() && categoryId) return create.mutate({ sellerId, title, categoryId });
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <div className="max-w-2xl">
      <PageHead title={text.title} lead={text.lead} />
      <Panel>
        <form ref={form} noValidate onSubmit={submit} className="grid gap-5">
          {create.isError ? (
            <Notice tone="danger" role="alert">
              {refusalOf(create.error)?.message ?? text.failed}
            </Notice>
          ) : null}
          <TextField
            label={text.productTitle}
            name="title"
            required
            maxLength={200}
            value={title}
            error={tried && !title.trim() ? text.missing : null}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <SelectField
            label={text.category}
            name="category"
            required
            value={categoryId}
            error={tried && !categoryId ? text.missing : null}
            options={[{ value: '', label: text.choose }, ...categories.map(({ id, label }) => ({ value: id, label }))]}
            onChange={(event) => setCategoryId(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="accent" busy={create.isPending || create.isSuccess}>
              {create.isPending ? text.working : text.submit}
            </Button>
          </div>
        </form>
      </Panel>
    </div>
  );
}

export default function NewProductPage(props: SellerPageProps) {
  const crumbs = [{ label: productMessages.list.title, href: '/products' }, { label: text.title }];
  return (
    <Dashboard {...props} title={text.title} crumbs={crumbs} roles={['owner', 'manager']}>
      <NewProduct />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
