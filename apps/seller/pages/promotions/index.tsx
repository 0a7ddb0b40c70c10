import { useApi } from '@mallhive/api-client';
import { Button } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { PromotionDrawer } from '../../components/promotions/PromotionDrawer.tsx';
import { PromotionList } from '../../components/promotions/PromotionList.tsx';
import { DataTableSkeleton } from '../../components/table/DataTable.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { newId } from '../../logic/new-id.ts';
import { promotionMessages as text } from '../../messages/promotions.ts';
import type { Promotion } from '../../types.ts';

function Promotions() {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId, role } = useOrganisation();
  // A new one has its id before it is saved: saving it twice makes one.
  const [open, setOpen] = useState<{ id: string; promotion: Promotion | null } | null>(null);
  const query = useQuery(api.cart.promotions.queryOptions({ sellerId }));
  const done = (message: string) => ({
    onSuccess: () => {
      toast.show({ message });
      setOpen(null);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: api.cart.promotions.pathKey() }),
  });
  const save = useMutation(api.cart.savePromotion.mutationOptions(done(text.form.saved)));
  const status = useMutation(api.cart.setPromotionStatus.mutationOptions(done(text.form.changedStatus)));
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
  const manages = role !== 'fulfilment';
  return (
    <>
      <PageHead title={text.seller.title} lead={text.seller.lead} actions={manages ? create : null} />
      <Loaded query={query} skeleton={<DataTableSkeleton />}>
        {({ promotions }) => (
          <PromotionList promotions={promotions} onEdit={manages ? show : null} create={manages ? create : null} />
        )}
      </Loaded>
      {open ? (
        <PromotionDrawer
          key={open.id}
          promotion={open.promotion}
          ofShop={false}
          onClose={() => setOpen(null)}
          actions={{
            busy: save.isPending || status.isPending,
            error: save.error ?? status.error,
            save: (input) => save.mutate({ ...input, sellerId, id: open.id, version: open.promotion?.version ?? null }),
            setStatus: (to) => status.mutate({ sellerId, id: open.id, status: to }),
          }}
        />
      ) : null}
    </>
  );
}

export default function PromotionsPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.seller.title}>
      <Promotions />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
