import { refusalOf } from '@mallhive/api-client';
import { Button, LinkButton } from '@mallhive/ui';
import Link from 'next/link';
import { FormPage } from '../components/form-page.tsx';
import { ownRequestPage } from '../lib/pages.ts';
import { type UnsubscribeTexts, unsubscribeTexts } from '../messages/unsubscribe.ts';

interface UnsubscribeProps {
  text: UnsubscribeTexts;
  state: 'ask' | 'done' | 'dead' | 'failed';
  /** What kind of mail, in words. */
  what: string;
}

/**
 * Behind the link of a mail that can be switched off. It needs no sign-in and no script: the form is sent to this address,
 * and so does a mail program that has a button of its own (RFC 8058). Opening it changes nothing.
 */
export default function Unsubscribe({ text, state, what }: UnsubscribeProps) {
  const titles = { ask: text.title, done: text.done, dead: text.dead, failed: text.failed };
  const leads = { ask: text.lead, done: text.doneLead, dead: text.deadLead, failed: text.failedLead };
  return (
    <FormPage
      title={titles[state]}
      lead={leads[state]}
      footer={
        <p>
          <Link href="/account/notifications" className="font-semibold text-accent-strong underline underline-offset-4">
            {text.settings}
          </Link>
        </p>
      }
    >
      {what ? <p className="-mt-4 mb-8 text-lg font-semibold">{what}</p> : null}
      {state === 'ask' || state === 'failed' ? (
        <form method="post">
          <Button type="submit" variant="accent" size="large" block>
            {state === 'ask' ? text.submit : text.again}
          </Button>
        </form>
      ) : (
        <LinkButton as={Link} href="/" variant="secondary" block size="large">
          {text.shop}
        </LinkButton>
      )}
    </FormPage>
  );
}

export const getServerSideProps = ownRequestPage(async ({ token }, locale, { method, api, answerWith }) => {
  const text = unsubscribeTexts[locale];
  const page = (state: UnsubscribeProps['state'], kind?: string) => {
    const what = (text.kinds as Record<string, string>)[kind ?? ''] ?? '';
    return { text, state, what, head: { title: text.title, noIndex: true } };
  };
  const link = { token: typeof token === 'string' ? token : '' };
  answerWith(200);
  try {
    const { subscription, unsubscribe } = api().notifications;
    const { kind, wanted } = method === 'POST' ? await unsubscribe.mutate(link) : await subscription.query(link);
    return page(wanted ? 'ask' : 'done', kind);
  } catch (error) {
    const dead = refusalOf(error) !== null;
    // A mail program that gets the second answer tries again.
    answerWith(dead ? 404 : 503);
    return page(dead ? 'dead' : 'failed');
  }
});
