import { type MailLinkProps, MailLinkStep } from '../components/mail-link.tsx';
import { ownRequestPage } from '../lib/pages.ts';
import { texts } from '../messages/index.ts';

export default function ConfirmEmail(props: MailLinkProps) {
  return <MailLinkStep {...props} what="confirm" procedure="confirmEmailChange" />;
}

export const getServerSideProps = ownRequestPage(({ token }, locale) => {
  const { access: text, signIn } = texts(locale);
  return {
    text,
    tooMany: signIn.tooMany,
    token: typeof token === 'string' ? token : '',
    head: { title: text.confirm.title, noIndex: true },
  };
});
