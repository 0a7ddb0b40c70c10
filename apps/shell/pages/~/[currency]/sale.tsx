import { onDemand, staticPage } from '../../../lib/pages.ts';

export { RemotePage as default } from '../../../components/remote-page.tsx';

export const getStaticPaths = onDemand;
export const getStaticProps = staticPage('home/ListingPage', () => '/sale', { kind: 'sale' });
