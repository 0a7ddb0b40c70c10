import { BagIcon, CardIcon, Container, EmptyState, ErrorState, LinkButton, Notice, Skeleton } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';

function Links() {
  const text = useTexts().page;
  return (
    <>
      <LinkButton as={Link} href="/">
        {text.shop}
      </LinkButton>
      <LinkButton as={Link} href="/orders/look-up" variant="secondary">
        {text.lookUp}
      </LinkButton>
    </>
  );
}

/** No cart, or one that was paid for already. `lost`: came back from the second step without knowing from what. */
export function NothingToCheckOut({ lost }: { lost: boolean }) {
  const texts = useTexts();
  const text = useTexts().page;
  return (
    <Container className="py-12">
      {lost ? (
        <Notice tone="caution" title={texts.problem.lostTitle}>
          <p>{texts.problem.lost}</p>
        </Notice>
      ) : null}
      <EmptyState level={1} icon={<BagIcon />} title={text.emptyTitle} actions={<Links />}>
        {text.emptyText}
      </EmptyState>
    </Container>
  );
}

export function CheckoutUnavailable({ onRetry }: { onRetry: () => void }) {
  const text = useTexts().page;
  return (
    <Container className="py-12">
      <ErrorState level={1} icon={<CardIcon />} title={text.unavailableTitle} onRetry={onRetry}>
        {text.unavailableText}
      </ErrorState>
    </Container>
  );
}

export function CheckoutLoading({ label: given }: { label?: string }) {
  const text = useTexts().page;
  const label = given ?? text.loading;
  return (
    <Container className="py-12">
      <div role="status" aria-label={label} className="grid gap-8 lg:grid-cols-[1fr_26rem] lg:gap-16">
        <div className="grid content-start gap-5">
          <h1 className="font-sans text-lg font-semibold tracking-normal">{label}</h1>
          {['a', 'b', 'c', 'd'].map((key) => (
            <Skeleton key={key} className="h-14" />
          ))}
        </div>
        <Skeleton className="hidden h-80 lg:block" />
      </div>
    </Container>
  );
}
