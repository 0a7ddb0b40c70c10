import { refusalOf } from '@mallhive/api-client';
import { useI18n } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useRouter } from 'next/router';
import { useWishlist } from '../components/wishlist/use-wishlist.ts';
import { WishlistView } from '../components/wishlist/WishlistView.tsx';
import { useTexts } from '../texts.ts';
import type { Wish, Wishlist } from '../types.ts';

export interface WishlistPageProps {
  /** Null when the API could not say: the browser then tries itself. */
  first: Wishlist | null;
}

export default function WishlistPage({ first }: WishlistPageProps) {
  const text = useTexts().wishlist;
  const { say } = useI18n();
  const router = useRouter();
  const toast = useToast();
  const { list, remove, restore, move, audience } = useWishlist(first);

  const refused = (error: unknown, title: string) => {
    const refusal = refusalOf(error);
    const words: Record<string, string> = {
      stock_insufficient: say(text.noneLeft, { title }),
      variant_unavailable: say(text.notSold, { title }),
      wishlist_full: say(text.full, { count: Number(refusal?.details.maximum) }),
    };
    toast.show({ message: words[refusal?.reason ?? ''] ?? text.failed, tone: 'danger' });
  };
  const onRemove = ({ variantId }: Wish, title: string) => {
    const undo = () =>
      restore.mutate(
        { variantId, ...audience },
        {
          onSuccess: () => toast.show({ message: say(text.restored, { title }) }),
          onError: (error) => refused(error, title),
        },
      );
    remove.mutate({ variantId }, { onError: (error) => refused(error, title) });
    toast.show({ message: say(text.removed, { title }), action: { label: text.undo, onAction: undo } });
  };
  const onMove = ({ variantId }: Wish, title: string) =>
    move.mutateAsync({ variantId, ...audience }).then(
      () => {
        const action = { label: text.viewCart, onAction: () => void router.push('/cart') };
        toast.show({ message: say(text.moved, { title }), action });
        return true;
      },
      (error: unknown) => {
        refused(error, title);
        return false;
      },
    );

  const pages = list.data?.pages;
  return (
    <WishlistView
      wishes={pages?.flatMap(({ items }) => items)}
      count={pages?.at(-1)?.count ?? 0}
      failed={list.isError}
      hasMore={list.hasNextPage}
      loadingMore={list.isFetchingNextPage}
      onMove={onMove}
      onRemove={onRemove}
      onMore={() => void list.fetchNextPage()}
      onRetry={() => void list.refetch()}
    />
  );
}
