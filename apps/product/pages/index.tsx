import Head from 'next/head';
import { Showcase } from '../components/Showcase.tsx';

export default function Index() {
  return (
    <>
      <Head>
        <title>Product remote</title>
      </Head>
      <main>
        <Showcase />
      </main>
    </>
  );
}
