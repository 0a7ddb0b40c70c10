import { useApi } from '@mallhive/api-client';
import { ExternalIcon, LinkButton, Skeleton } from '@mallhive/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { EditorActions } from '../../components/product/EditorActions.tsx';
import { ProductEditor } from '../../components/product/ProductEditor.tsx';
import { type Stored, useProductEditor } from '../../components/product/use-product-editor.ts';
import { StatusBadges } from '../../components/products/StatusBadges.tsx';
import { useLeaveGuard } from '../../components/use-leave-guard.ts';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { momentLabel } from '../../logic/figures.ts';
import { productMessages } from '../../messages/products.ts';

const text = productMessages.editor;

interface EditorProps {
  first: Stored;
  shopUrl: string;
  reload: () => Promise<Stored>;
}

function Editor({ first, shopUrl, reload }: EditorProps) {
  const { sellerId, role } = useOrganisation();
  const editor = useProductEditor(sellerId, first, reload);
  const { product, dirty } = editor;
  const { leave } = useLeaveGuard(dirty);
  const readOnly = role === 'fulfilment';
  return (
    <>
      <PageHead
        title={product.title}
        badges={<StatusBadges product={product} />}
        lead={product.updatedBy ? text.lastChange(product.updatedBy.name, momentLabel(product.updatedAt)) : undefined}
        actions={
          <>
            {product.isPublic ? (
              <LinkButton variant="secondary" href={`${shopUrl}/p/${product.slug}`}>
                <ExternalIcon />
                {text.view}
              </LinkButton>
            ) : null}
            <EditorActions product={product} readOnly={readOnly} onLeave={leave} />
          </>
        }
      />
      <ProductEditor editor={editor} shopUrl={shopUrl} readOnly={readOnly} />
    </>
  );
}

function EditorSkeleton() {
  return (
    <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="grid gap-5">
        <Skeleton className="h-10 w-2/3" />
        <Skeleton className="h-96 rounded-tile" />
        <Skeleton className="h-64 rounded-tile" />
      </div>
      <Skeleton className="h-80 rounded-tile" />
    </div>
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
    <Loaded query={first} backHref="/products" skeleton={<EditorSkeleton />}>
      {(stored) => <Editor first={stored} shopUrl={shopUrl} reload={read} />}
    </Loaded>
  );
}

export default function ProductPage(props: SellerPageProps) {
  const crumbs = [{ label: productMessages.list.title, href: '/products' }, { label: text.crumb }];
  return (
    <Dashboard {...props} title={productMessages.list.title} crumbs={crumbs}>
      <ProductContent key={props.id} productId={props.id ?? ''} shopUrl={props.shopUrl} />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
