import { LivePage, type LiveProps } from '../components/LivePage.tsx';
import { loader } from '../exposed/ListingPage.loader.ts';
import ListingPage, { type ListingPageProps } from '../exposed/ListingPage.tsx';
import { live } from '../logic/live.ts';

export default function Page(props: LiveProps<ListingPageProps>) {
  return <LivePage {...props} of={ListingPage} />;
}

export const getServerSideProps = live(loader, { kind: 'sale' });
