import { Badge, Picture, Price } from '@mallhive/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { momentLabel } from '../../logic/figures.ts';
import { productMessages } from '../../messages/products.ts';
import type { ProductRow } from '../../types.ts';
import { DataTable } from '../table/DataTable.tsx';
import type { Selection } from '../table/use-selection.ts';
import { StatusBadges } from './StatusBadges.tsx';

const text = productMessages.list;

interface ProductTableProps {
  products: readonly ProductRow[];
  selection: Selection | undefined;
  actions: ReactNode;
}

function Amount({ product }: { product: ProductRow }) {
  if (product.priceMissing) return <Badge tone="caution">{text.noPrice}</Badge>;
  return <Price current={product.price.current} compareAt={product.price.compareAt} from={product.variantCount > 1} />;
}

function Available({ product }: { product: ProductRow }) {
  if (product.availableQuantity > 0) return product.availableQuantity.toLocaleString('en-GB');
  return <Badge tone="danger">{text.soldOut}</Badge>;
}

function Name({ product }: { product: ProductRow }) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <Picture image={product.image} alt="" sizes="3rem" ratio={1} rounded className="w-12 shrink-0" />
      <span className="min-w-0 leading-snug">
        <Link
          href={`/products/${product.id}`}
          className="block font-semibold hover:underline max-md:after:absolute max-md:after:inset-0 md:max-w-80 md:truncate"
        >
          {product.title}
        </Link>
        <span className="text-sm text-ink-soft">{text.variants(product.variantCount)}</span>
      </span>
    </span>
  );
}

export function ProductTable({ products, selection, actions }: ProductTableProps) {
  return (
    <DataTable
      caption={text.title}
      rows={products}
      rowKey={(product) => product.id}
      rowName={(product) => product.title}
      selection={selection}
      actions={actions}
      columns={[
        { key: 'product', label: text.columns.product, render: (product) => <Name product={product} /> },
        {
          key: 'category',
          label: text.columns.category,
          className: 'max-xl:hidden',
          render: (product) => <span className="text-ink-soft">{product.category.name}</span>,
        },
        { key: 'price', label: text.columns.price, align: 'end', render: (product) => <Amount product={product} /> },
        { key: 'stock', label: text.columns.stock, align: 'end', render: (product) => <Available product={product} /> },
        { key: 'status', label: text.columns.status, render: (product) => <StatusBadges product={product} /> },
        {
          key: 'changed',
          label: text.columns.changed,
          className: 'max-2xl:hidden',
          render: (product) => (
            <span className="whitespace-nowrap text-ink-soft">{momentLabel(product.updatedAt)}</span>
          ),
        },
      ]}
      card={(product) => (
        <div className="grid gap-2">
          <Name product={product} />
          <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
            <Amount product={product} />
            <span className="text-ink-soft">
              {product.availableQuantity > 0 ? (
                text.available(product.availableQuantity)
              ) : (
                <Available product={product} />
              )}
            </span>
            <StatusBadges product={product} />
          </div>
        </div>
      )}
    />
  );
}
