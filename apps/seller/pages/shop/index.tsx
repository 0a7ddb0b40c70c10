import { useApi } from '@mallhive/api-client';
import { ExternalIcon, LinkButton } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { ShopPageForm } from '../../components/shop/ShopPageForm.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { shopPageMessages as text } from '../../messages/shop-page.ts';

function ShopPageContent({ shopUrl }: { shopUrl: string }) {
  const api = useApi();
  const { sellerId, slug } = useOrganisation();
  const page = useQuery(api.catalog.shopPage.queryOptions({ sellerId }, { refetchOnWindowFocus: false }));
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          <LinkButton variant="secondary" href={`${shopUrl}/s/${slug}`}>
            <ExternalIcon />
            {text.view}
          </LinkButton>
        }
      />
      <Loaded query={page}>{(answer) => <ShopPageForm page={answer.page} />}</Loaded>
    </>
  );
}

export default function ShopPagePage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} roles={['owner', 'manager']}>
      <ShopPageContent shopUrl={props.shopUrl} />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
