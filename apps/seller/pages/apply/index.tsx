import { ApplyForm } from '../../components/business/ApplyForm.tsx';
import { Dashboard } from '../../components/Dashboard.tsx';
import { PageHead } from '../../components/PageHead.tsx';
import { type SellerPageProps, sellerPage } from '../../lib/seller-page.ts';
import { organisationMessages } from '../../messages/organisation.ts';

const text = organisationMessages.apply;

export default function ApplyPage(props: SellerPageProps) {
  const content = (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <ApplyForm user={props.user} />
    </>
  );
  return (
    <Dashboard {...props} title={text.title} withoutOrganisation={content}>
      {content}
    </Dashboard>
  );
}

export const getServerSideProps = sellerPage;
