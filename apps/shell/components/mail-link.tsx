import { refusalOf, statusOf, useApi } from '@mallhive/api-client';
import { Button, LinkButton, Notice, useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { waitMinutes } from '../lib/refusals.ts';
import type { en } from '../messages/en.ts';
import { FormPage } from './form-page.tsx';

export interface MailLinkProps {
  text: (typeof en)['access'];
  tooMany: (typeof en)['signIn']['tooMany'];
  token: string;
}

interface StepProps extends MailLinkProps {
  what: 'verify' | 'confirm';
  procedure: 'verifyEmail' | 'confirmEmailChange';
}

/** The page of a link that was used, is over or was cut. */
export function DeadLink({ text, again }: { text: MailLinkProps['text']; again: string }) {
  return (
    <FormPage title={text.link.title} lead={text.link.lead} footer={null}>
      <LinkButton as={Link} href={again} block size="large">
        {text.link.again}
      </LinkButton>
    </FormPage>
  );
}

/** Behind a link in a mail. It asks before it acts, so that a mail program that looks ahead does nothing. */
export function MailLinkStep({ text, tooMany, token, what, procedure }: StepProps) {
  const { say } = useI18n();
  const use = useMutation(useApi().identity[procedure].mutationOptions());
  const refusal = refusalOf(use.error);
  if (!token || statusOf(use.error) === 400 || refusal?.reason === 'link_invalid') {
    return <DeadLink text={text} again="/account/security" />;
  }
  const words = text[what];
  if (use.isSuccess) {
    return (
      <FormPage title={words.done} lead={words.doneLead} footer={null}>
        <LinkButton as={Link} href="/account" block size="large">
          {text.toAccount}
        </LinkButton>
      </FormPage>
    );
  }
  return (
    <FormPage title={words.title} lead={words.lead} footer={null}>
      <div className="grid gap-5">
        {use.isError ? (
          <Notice tone="danger" role="alert">
            {refusal?.reason === 'too_many_requests'
              ? say(tooMany, { count: waitMinutes(refusal) })
              : text.forgot.failed}
          </Notice>
        ) : null}
        <Button variant="accent" size="large" block busy={use.isPending} onClick={() => use.mutate({ token })}>
          {words.submit}
        </Button>
      </div>
    </FormPage>
  );
}
