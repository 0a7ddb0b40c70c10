import { ShowcaseState } from '@mallhive/federation/showcase';
import type { GetStaticPaths, GetStaticProps } from 'next';
import { states } from '../../fixtures/states.tsx';

export default function State({ state }: { state: string }) {
  const View = states[state];
  return <ShowcaseState title={state}>{View ? <View key={state} /> : null}</ShowcaseState>;
}

export const getStaticPaths: GetStaticPaths = () => ({
  paths: Object.keys(states).map((state) => ({ params: { state } })),
  fallback: false,
});

export const getStaticProps: GetStaticProps = ({ params }) => ({ props: { state: String(params?.state) } });
