import { useApi } from '@mallhive/api-client';
import { ArrowLeftIcon, ExternalIcon } from '@mallhive/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { ProductForm } from '../../components/ProductForm.tsx';
import { ProductStatusBadge } from '../../components/product-status-badge.tsx';
import { type Stored, useProductEditor } from '../../components/use-product-editor.ts';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { messages } from '../../messages.ts';

const text = messages.editor;

interface EditorProps {
  first: Stored;
  shopUrl: string;
  reload: () => Promise<Stored>;
}

function Editor({ first, shopUrl, reload }: EditorProps) {
  const { sellerId } = useOrganisation();
  const editor = useProductEditor(sellerId, first, reload);
  const { product, dirty } = editor;
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  return (
    <>
      <header className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-3xl sm:text-4xl">{product.title}</h1>
        <ProductStatusBadge status={product.status} />
        {product.status === 'published' ? (
          <a
            href={`${shopUrl}/p/${product.slug}`}
            className="flex items-center gap-2 text-sm text-ink-soft hover:text-ink hover:underline"
          >
            <ExternalIcon />
            {text.view}
          </a>
        ) : null}
      </header>
      <ProductForm {...editor} onChange={editor.setFields} onSave={editor.save} />
    </>
  );
}

function ProductContent({ productId, shopUrl }: { productId: string; shopUrl: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const { sellerId } = useOrganisation();
  const read = async (): Promise<Stored> => {
    const options = api.catalog.sellerProduct.queryOptions({ sellerId, productId }, { staleTime: 0 });
    const { product } = await queries.fetchQuery(options);
    const variantIds = product.variants.map((variant) => variant.id);
    const stock = api.cart.stock.queryOptions({ sellerId, variantIds }, { staleTime: 0 });
    const { levels } = await queries.fetchQuery(stock);
    return { product, levels };
  };
  const first = useQuery({
    queryKey: ['product-editor', sellerId, productId],
    queryFn: read,
    // What is typed must not be replaced under the hands: the editor reads again when it needs to.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <>
      <p className="mb-3">
        <Link
          href="/products"
          className="inline-flex items-center gap-2 text-sm text-ink-soft hover:text-ink hover:underline"
        >
          <ArrowLeftIcon />
          {text.back}
        </Link>
      </p>
      <Loaded query={first} backHref="/products">
        {(stored) => <Editor first={stored} shopUrl={shopUrl} reload={read} />}
      </Loaded>
    </>
  );
}

export default function ProductPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={messages.products.title}>
      <ProductContent key={props.id} productId={props.id ?? ''} shopUrl={props.shopUrl} />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
