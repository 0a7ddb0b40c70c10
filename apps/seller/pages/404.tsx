import { EmptyState, LinkButton } from '@mallhive/ui';
import Link from 'next/link';
import { messages } from '../messages.ts';

const text = messages.state;

export default function Page404() {
  return (
    <main className="grid min-h-dvh content-center">
      <EmptyState
        level={1}
        title={text.notFound}
        actions={
          <LinkButton as={Link} href="/">
            {text.home}
          </LinkButton>
        }
      >
        {text.notFoundText}
      </EmptyState>
    </main>
  );
}
