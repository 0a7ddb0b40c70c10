import { ShowcaseIndex } from '@mallhive/federation/showcase';
import { states } from '../fixtures/states.tsx';

export default function Index() {
  return <ShowcaseIndex title="Account and orders" states={Object.keys(states)} />;
}
