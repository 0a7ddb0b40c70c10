import Head from 'next/head';
import { Showcase } from '../components/Showcase.tsx';
import { messages } from '../messages.ts';

export default function Index() {
  return (
    <>
      <Head>
        <title>{messages.showcase.title}</title>
      </Head>
      <main>
        <Showcase />
      </main>
    </>
  );
}
