import { type MailLinkProps, MailLinkStep } from '../components/mail-link.tsx';
import { ownRequestPage } from '../lib/pages.ts';
import { texts } from '../messages/index.ts';

export default function VerifyEmail(props: MailLinkProps) {
  return <MailLinkStep {...props} what="verify" procedure="verifyEmail" />;
}

export const getServerSideProps = ownRequestPage(({ token }, locale) => {
  const { access: text, signIn } = texts(locale);
  return {
    text,
    tooMany: signIn.tooMany,
    token: typeof token === 'string' ? token : '',
    head: { title: text.verify.title, noIndex: true },
  };
});
