import { Rail, type RailProps } from '../components/Rail.tsx';
import { PersonalRail, RecommendedRail, SeenRail } from '../components/RecommendedRail.tsx';
import type { ProductCardData, RecommendInput } from '../types.ts';

export type ProductRailProps = Omit<RailProps, 'items' | 'loading'> & {
  /** Shown as they are. */
  items?: ProductCardData[];
  /**
   * Without items: asks for recommendations once the rail comes near the screen. `for-you` needs nothing, and neither
   * does `recently-viewed`: without ids it shows what this browser remembers.
   */
  recommend?: RecommendInput;
};

export default function ProductRail({ items, recommend, ...head }: ProductRailProps) {
  if (items) return items.length > 0 ? <Rail {...head} items={items} /> : null;
  if (!recommend) return null;
  if (recommend.kind === 'for-you') return <PersonalRail {...head} recommend={recommend} />;
  if (recommend.kind === 'recently-viewed' && !recommend.productIds)
    return <SeenRail {...head} recommend={recommend} />;
  return <RecommendedRail {...head} recommend={recommend} />;
}
