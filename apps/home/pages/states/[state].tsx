import type { GetStaticPaths, GetStaticProps } from 'next';
import Head from 'next/head';
import HomePage from '../../exposed/HomePage.tsx';
import ListingPage from '../../exposed/ListingPage.tsx';
import SellerPage from '../../exposed/SellerPage.tsx';
import { type PageState, states } from '../../fixtures/states.ts';

export default function State(state: PageState) {
  return (
    <>
      <Head>
        <title>{state.label}</title>
      </Head>
      <main>
        {state.page === 'home' ? <HomePage {...state.props} /> : null}
        {state.page === 'listing' ? <ListingPage {...state.props} /> : null}
        {state.page === 'seller' ? <SellerPage {...state.props} /> : null}
      </main>
    </>
  );
}

export const getStaticPaths: GetStaticPaths = () => ({
  paths: Object.keys(states).map((state) => ({ params: { state } })),
  // Other languages are made when somebody asks for them.
  fallback: 'blocking',
});

export const getStaticProps: GetStaticProps<PageState> = ({ params }) => {
  const state = states[String(params?.state)];
  return state ? { props: state } : { notFound: true };
};
