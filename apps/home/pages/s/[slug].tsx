import { LivePage, type LiveProps } from '../../components/LivePage.tsx';
import { loader } from '../../exposed/SellerPage.loader.ts';
import SellerPage, { type SellerPageProps } from '../../exposed/SellerPage.tsx';
import { live } from '../../logic/live.ts';

export default function Page(props: LiveProps<SellerPageProps>) {
  return <LivePage {...props} of={SellerPage} />;
}

export const getServerSideProps = live(loader);
