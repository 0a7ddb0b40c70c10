import { staticPage } from '../lib/pages.ts';

export { RemotePage as default } from '../components/remote-page.tsx';

export const getStaticProps = staticPage('home/ListingPage', () => '/sale', { kind: 'sale' });
