import { requestPage } from '../../lib/pages.ts';

export { RemotePage as default } from '../../components/remote-page.tsx';

export const getServerSideProps = requestPage('profile/InboxPage');
