import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { longDateLabel } from '../../logic/figures.ts';
import { periodOf } from '../../logic/period.ts';
import { analyticsMessages as text } from '../../messages/analytics.ts';
import { FilterTabs } from '../FilterTabs.tsx';
import { Loaded } from '../Loaded.tsx';
import { PageHead } from '../PageHead.tsx';
import { useFilters } from '../table/use-filters.ts';
import { LivePanel } from './LivePanel.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { ProductsView } from './ProductsView.tsx';
import { SalesView } from './SalesView.tsx';
import { SearchView } from './SearchView.tsx';
import { SellersView } from './SellersView.tsx';
import { ShoppersView } from './ShoppersView.tsx';
import { type Scope, useProductSales, useSales, useShoppers } from './scope.ts';
import { TrafficView } from './TrafficView.tsx';

const names = ['view', 'days', 'from', 'to'] as const;
const ofSellers = ['sales', 'products', 'shoppers', 'traffic'] as const;
const ofShop = [...ofSellers, 'sellers', 'search'] as const;

function Sales({ scope }: { scope: Scope }) {
  const api = useApi();
  const categories = useQuery(api.catalog.categories.queryOptions({}, { staleTime: 300_000 }));
  const categoryNames = new Map((categories.data?.categories ?? []).map(({ id, name }) => [id, name]));
  return (
    <div className="grid gap-5">
      <LivePanel scope={scope} />
      <Loaded query={useSales(scope)}>{(sales) => <SalesView sales={sales} categoryNames={categoryNames} />}</Loaded>
    </div>
  );
}

function Products({ scope }: { scope: Scope }) {
  return <Loaded query={useProductSales(scope)}>{(sales) => <ProductsView sales={sales} scope={scope} />}</Loaded>;
}

function Shoppers({ scope }: { scope: Scope }) {
  return <Loaded query={useShoppers(scope)}>{(shoppers) => <ShoppersView shoppers={shoppers} scope={scope} />}</Loaded>;
}

interface AnalyticsProps {
  title: string;
  /** Null: the whole shop. */
  sellerId: string | null;
  path: string;
}

/** The figures of a seller, or for administrators those of the whole shop. View and period are in the address. */
export function Analytics({ title, sellerId, path }: AnalyticsProps) {
  const { values, set } = useFilters(names);
  const views: readonly (typeof ofShop)[number][] = sellerId === null ? ofShop : ofSellers;
  const view = views.find((own) => own === values.view) ?? 'sales';
  const period = periodOf(values, Date.now());
  const days = values.from ? '' : values.days || '30';
  const scope: Scope = { sellerId, ...period };
  const keep = Object.fromEntries(
    (['days', 'from', 'to'] as const).flatMap((name) => (values[name] ? [[name, values[name]]] : [])),
  );
  return (
    <>
      <PageHead
        title={title}
        lead={`${longDateLabel(period.from)} – ${longDateLabel(period.to)}`}
        actions={<PeriodPicker key={values.from} period={period} days={days} onChange={set} />}
      />
      <FilterTabs
        label={text.views}
        path={path}
        name="view"
        keep={keep}
        selected={view === 'sales' ? 'all' : view}
        filters={views.map((id) => ({ id: id === 'sales' ? 'all' : id, label: text.tabs[id], count: undefined }))}
      />
      <div className="mt-5">
        {view === 'sales' ? <Sales scope={scope} /> : null}
        {view === 'products' ? <Products scope={scope} /> : null}
        {view === 'shoppers' ? <Shoppers scope={scope} /> : null}
        {view === 'traffic' ? <TrafficView scope={scope} /> : null}
        {view === 'sellers' ? <SellersView period={period} /> : null}
        {view === 'search' ? <SearchView period={period} /> : null}
      </div>
    </>
  );
}
