import { ChartIcon, FilterIcon, PackageIcon, StoreIcon, TruckIcon } from '@mallhive/ui';
import { icon } from '../icons.tsx';

const icons = {
  overview: ChartIcon,
  analytics: icon('M4 4v16h16M7.5 15.5l4-5 3 2.5 5-7M15.5 6h4v4'),
  orders: TruckIcon,
  returns: icon('M4 9.5h11a5 5 0 0 1 0 10H8M8 5.5l-4 4 4 4'),
  products: PackageIcon,
  stock: icon('M3.5 20.5v-12l8.5-4.5 8.5 4.5v12M7.5 20.5v-8h9v8M7.5 16.5h9'),
  shop: StoreIcon,
  reviews: icon('m12 4 2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9 12 4Z'),
  import: icon('M12 15V4.5M7.5 9 12 4.5 16.5 9M4.5 15v4.5h15V15'),
  export: icon('M12 4.5V15M7.5 10.5 12 15l4.5-4.5M4.5 15v4.5h15V15'),
  team: icon(
    'M9 5a3.3 3.3 0 1 1 0 6.6A3.3 3.3 0 0 1 9 5ZM2.8 19.5a6.2 6.2 0 0 1 12.4 0M15.5 5.3a3.3 3.3 0 0 1 0 6M17.5 14.2a6.2 6.2 0 0 1 3.7 5.3',
  ),
  organisation: icon('M4.5 20.5v-16h9v16M13.5 9.5h6v11M2.5 20.5h19M7.5 8h3M7.5 11.5h3M7.5 15h3M16.5 13v0M16.5 16.5v0'),
  keys: icon('M8 11.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM11 12.5 19.5 4M16 7.5l3 3M13.5 10l2 2'),
  webhooks: icon(
    'M6 15a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM18 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM18 15a3 3 0 1 1 0 6 3 3 0 0 1 0-6ZM8.2 16l7.6-8M9 18h6',
  ),
  moderation: icon('M9 4.5H5v16h14v-16h-4M9 3h6v3.5H9V3ZM8.5 13.5l2.5 2.5 4.5-5'),
  categories: icon('M4 4.5h6v5H4v-5ZM14 14.5h6v5h-6v-5ZM7 9.5V17h7M14 6h6v5h-6V6ZM10 7h4'),
  attributes: FilterIcon,
  rates: icon('M4 8.5h14.5M15 5l3.5 3.5L15 12M20 15.5H5.5M9 12l-3.5 3.5L9 19'),
  tax: icon('M6 18 18 6M7.5 5.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4ZM16.5 14.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z'),
  delivery: icon(
    'M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM3.5 12h17M12 3.5c4.6 5 4.6 12 0 17M12 3.5c-4.6 5-4.6 12 0 17',
  ),
  sellers: icon('M5.5 4h13L20 9.5H4L5.5 4ZM5.5 9.5v11h13v-11M9.5 15l2 2 3.5-4'),
  promotions: icon('M4 4.5h8l8 8-7.5 7.5-8.5-8V4.5ZM8.5 7.8a.7.7 0 1 1 0 1.4.7.7 0 0 1 0-1.4Z'),
  money: icon('M3.5 6.5h17v11h-17v-11ZM12 9.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM6.5 9.5v5M17.5 9.5v5'),
  giftCard: icon(
    'M3.5 6h17v12.5h-17V6ZM3.5 11h17M8.5 6v12.5M8.5 11c-3-1.5-3-4.5-1-4.5 1.5 0 1 2.5 1 4.5 0-2 0-4.5 1.5-4.5 2 0 1.5 3-1.5 4.5',
  ),
  ledger: icon('M5 4h14v16.5H5V4ZM9 4v16.5M12 8.5h4M12 12h4M12 15.5h4'),
  share: icon('M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 12V3.5M12 12l6.5 5.5'),
  audit: icon('M5 4h10l4 4v12.5H5V4ZM9 12h6M9 15.5h6M9 8.5h3'),
  messages: icon('M3.5 6h17v12.5h-17V6ZM4 6.5l8 6.5 8-6.5'),
  search: icon('M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm5 12 4.5 4.5M8.5 11h5'),
} as const;

export type PlaceIconName = keyof typeof icons;

export function PlaceIcon({ name, className }: { name: PlaceIconName; className?: string }) {
  const Icon = icons[name];
  return <Icon className={className} />;
}
