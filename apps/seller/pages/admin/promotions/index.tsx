import { useApi } from '@mallhive/api-client';
import { Button } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { AdminDashboard } from '../../../components/AdminDashboard.tsx';
import { Loaded } from '../../../components/Loaded.tsx';
import { PageHead } from '../../../components/PageHead.tsx';
import { PromotionDrawer } from '../../../components/promotions/PromotionDrawer.tsx';
import { PromotionList } from '../../../components/promotions/PromotionList.tsx';
import { DataTableSkeleton } from '../../../components/table/DataTable.tsx';
import { adminPage, type SellerPageProps } from '../../../lib/seller-page.ts';
import { newId } from '../../../logic/new-id.ts';
import { promotionMessages as text } from '../../../messages/promotions.ts';
import type { Promotion } from '../../../types.ts';

function ShopPromotions() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [open, setOpen] = useState<{ id: string; promotion: Promotion | null } | null>(null);
  const query = useQuery(api.cart.shopPromotions.queryOptions());
  const done = (message: string) => ({
    onSuccess: () => {
      toast.show({ message });
      setOpen(null);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.cart.shopPromotions.pathKey() }),
  });
  const save = useMutation(api.cart.saveShopPromotion.mutationOptions(done(text.form.saved)));
  const status = useMutation(api.cart.setShopPromotionStatus.mutationOptions(done(text.form.changedStatus)));
  const show = (promotion: Promotion | null) => {
    save.reset();
    status.reset();
    setOpen({ id: promotion?.id ?? newId(), promotion });
  };
  const create = (
    <Button variant="accent" onClick={() => show(null)}>
      {text.create}
    </Button>
  );
  return (
    <>
      <PageHead title={text.shop.title} lead={text.shop.lead} actions={create} />
      <Loaded query={query} skeleton={<DataTableSkeleton />}>
        {({ promotions }) => <PromotionList promotions={promotions} onEdit={show} create={create} />}
      </Loaded>
      {open ? (
        <PromotionDrawer
          key={open.id}
          promotion={open.promotion}
          ofShop
          onClose={() => setOpen(null)}
          actions={{
            busy: save.isPending || status.isPending,
            error: save.error ?? status.error,
            save: (input, bearer) =>
              save.mutate({ ...input, bearer, id: open.id, version: open.promotion?.version ?? null }),
            setStatus: (to) => status.mutate({ id: open.id, status: to }),
          }}
        />
      ) : null}
    </>
  );
}

export default function ShopPromotionsPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.shop.title}>
      <ShopPromotions />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;
