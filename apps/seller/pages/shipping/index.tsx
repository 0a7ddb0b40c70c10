import { useApi } from '@mallhive/api-client';
import { EmptyState } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead, Panel } from '../../components/PageHead.tsx';
import { OwnMethod } from '../../components/shipping/OwnMethod.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { countryName } from '../../logic/countries.ts';
import { rulesMessages } from '../../messages/rules.ts';

const text = rulesMessages.own;

function Shipping() {
  const api = useApi();
  const { sellerId } = useOrganisation();
  const prices = useQuery(api.payments.sellerShipping.queryOptions({ sellerId }, { refetchOnWindowFocus: false }));
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Loaded query={prices}>
        {({ zones }) =>
          zones.length === 0 ? (
            <EmptyState title={text.empty} />
          ) : (
            <div className="grid gap-5">
              {zones.map((zone) => (
                <Panel
                  key={zone.id}
                  title={zone.name}
                  lead={zone.elsewhere ? rulesMessages.shipping.elsewhere : zone.countries.map(countryName).join(', ')}
                >
                  <ul className="divide-y divide-line">
                    {zone.methods.map((entry) => (
                      <li key={entry.method} className="py-4">
                        <OwnMethod zone={zone} entry={entry} />
                      </li>
                    ))}
                  </ul>
                </Panel>
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

export default function ShippingPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title} roles={['owner', 'manager']}>
      <Shipping />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
