import { LivePage, type LiveProps } from '../components/LivePage.tsx';
import { loader } from '../exposed/HomePage.loader.ts';
import HomePage, { type HomePageProps } from '../exposed/HomePage.tsx';
import { live } from '../logic/live.ts';

export default function Page(props: LiveProps<HomePageProps>) {
  return <LivePage {...props} of={HomePage} />;
}

export const getServerSideProps = live(loader);
