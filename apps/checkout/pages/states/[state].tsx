import { ShowcaseState } from '@mallhive/federation/showcase';
import type { GetStaticPaths, GetStaticProps } from 'next';
import { states } from '../../fixtures/states.tsx';

export default function State({ state }: { state: string }) {
  const View = states[state];
  return <ShowcaseState title={state}>{View ? <View key={state} /> : null}</ShowcaseState>;
}

export const getStaticPaths: GetStaticPaths = () => ({
  paths: Object.keys(states).map((state) => ({ params: { state } })),
  // Other languages are made when somebody asks for them.
  fallback: 'blocking',
});

export const getStaticProps: GetStaticProps<{ state: string }> = ({ params }) => {
  const state = String(params?.state);
  return state in states ? { props: { state } } : { notFound: true };
};
