import { ShowcaseIndex } from '../components/Showcase.tsx';
import { states } from '../fixtures/states.tsx';

export default function Index() {
  return <ShowcaseIndex title="Checkout" states={Object.keys(states)} />;
}
