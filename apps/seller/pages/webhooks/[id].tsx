import { useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { WebhookDetail } from '../../components/webhooks/WebhookDetail.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { webhookMessages as text } from '../../messages/webhooks.ts';

function WebhookContent({ webhookId }: { webhookId: string }) {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const query = useQuery(api.notifications.webhook.queryOptions({ sellerId, webhookId }));
  return (
    <Loaded query={query} backHref="/webhooks">
      {({ webhook }) => <WebhookDetail webhook={webhook} />}
    </Loaded>
  );
}

export default function WebhookPage(props: SellerPageProps) {
  return (
    <Dashboard
      {...props}
      title={text.title}
      roles={['owner']}
      crumbs={[{ label: text.title, href: '/webhooks' }, { label: text.address }]}
    >
      <WebhookContent key={props.id} webhookId={props.id ?? ''} />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
