import { createServerApi, forwardedHeaders } from '@mallhive/api-client/server';
import { EmptyState, LinkButton, Logo, MailIcon } from '@mallhive/ui';
import type { GetServerSideProps } from 'next';
import Head from 'next/head';
import Link from 'next/link';
import { AcceptInvitation } from '../../components/team/AcceptInvitation.tsx';
import { config } from '../../config.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import { messages } from '../../messages.ts';
import type { Invitation } from '../../types.ts';

const text = organisationMessages.invitation;

interface InvitationPageProps {
  token: string;
  /** Null: the link was never given. */
  invitation: Invitation | null;
  /** Who is signed in. */
  email: string | null;
  offline: boolean;
}

function Content({ token, invitation, email, offline }: InvitationPageProps) {
  const button = (
    <LinkButton as={Link} href={email ? '/' : '/sign-in'}>
      {email ? text.toDashboard : text.toSignIn}
    </LinkButton>
  );
  const state = invitation?.state;
  const said = offline
    ? text.offline
    : !invitation
      ? text.missing
      : state && state !== 'open'
        ? text.over[state]
        : null;
  if (said || !invitation) {
    const { title, text: words } = said ?? text.missing;
    return (
      <EmptyState level={1} icon={<MailIcon />} title={title} actions={offline ? null : button}>
        {words}
      </EmptyState>
    );
  }
  return <AcceptInvitation token={token} invitation={invitation} signedInAs={email} />;
}

export default function InvitationPage(props: InvitationPageProps) {
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-gutter py-12">
      <Head>
        <title>{messages.title(text.title)}</title>
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
      </Head>
      <div className="grid w-full max-w-md gap-6">
        <Logo />
        <Content {...props} />
      </div>
    </main>
  );
}

export const getServerSideProps: GetServerSideProps<InvitationPageProps> = async ({ req, res, query }) => {
  // The address holds a secret: nothing on the way keeps the page.
  res.setHeader('Cache-Control', 'no-store');
  const token = typeof query.token === 'string' ? query.token.slice(0, 200) : '';
  const api = createServerApi({ url: config.apiUrl, headers: forwardedHeaders(req, config.internalSecret) });
  try {
    const { user } = await api.identity.me.query();
    const email = user?.email ?? null;
    const invitation =
      token.length < 20
        ? null
        : await api.identity.invitation.query({ token }).then(
            (answer) => answer.invitation,
            (error: { data?: { code?: string } }) => {
              if (error.data?.code === 'NOT_FOUND' || error.data?.code === 'BAD_REQUEST') return null;
              throw error;
            },
          );
    return { props: { token, invitation, email, offline: false } };
  } catch {
    return { props: { token, invitation: null, email: null, offline: true } };
  }
};
