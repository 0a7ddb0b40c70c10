import { ShowcaseIndex } from '@mallhive/federation/showcase';
import Link from 'next/link';
import { states } from '../fixtures/states.tsx';

export default function Index() {
  return (
    <ShowcaseIndex title="Cart" states={Object.keys(states)}>
      <p className="mb-6">
        <Link href="/cart" className="underline underline-offset-4">
          With the API
        </Link>
      </p>
    </ShowcaseIndex>
  );
}
