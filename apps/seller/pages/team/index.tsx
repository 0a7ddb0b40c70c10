import { useApi } from '@mallhive/api-client';
import { Button, PlusIcon } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dashboard } from '../../components/Dashboard.tsx';
import { Loaded, Rows } from '../../components/Loaded.tsx';
import { useOrganisation } from '../../components/organisation.tsx';
import { PageHead, Panel } from '../../components/PageHead.tsx';
import { InvitationList } from '../../components/team/InvitationList.tsx';
import { InviteDialog } from '../../components/team/InviteDialog.tsx';
import { MemberList } from '../../components/team/MemberList.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { organisationMessages } from '../../messages/organisation.ts';

const text = organisationMessages.team;

function TeamContent() {
  const api = useApi();
  const { sellerId, role, status } = useOrganisation();
  const [inviting, setInviting] = useState(false);
  const query = useQuery(api.identity.team.queryOptions({ sellerId }));
  const mayInvite = role === 'owner' && (status === 'approved' || status === 'pending');
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        actions={
          mayInvite ? (
            <Button onClick={() => setInviting(true)}>
              <PlusIcon />
              {text.invite}
            </Button>
          ) : null
        }
      />
      <Loaded query={query} skeleton={<Rows count={4} />}>
        {({ members, invitations }) => (
          <div className="grid max-w-4xl gap-5">
            <Panel title={text.members}>
              <MemberList members={members} />
            </Panel>
            {role === 'owner' ? (
              <Panel title={text.invitations}>
                <InvitationList invitations={invitations} />
              </Panel>
            ) : null}
          </div>
        )}
      </Loaded>
      {inviting ? <InviteDialog onClose={() => setInviting(false)} /> : null}
    </>
  );
}

export default function TeamPage(props: SellerPageProps) {
  return (
    <Dashboard {...props} title={text.title}>
      <TeamContent />
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
