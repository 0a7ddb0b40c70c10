import { useApi } from '@mallhive/api-client';
import { Button, LinkButton, Notice, TextField } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { signIn, signOut } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { organisationCookie } from '../../logic/organisation.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { organisationMessages } from '../../messages/organisation.ts';
import type { Invitation } from '../../types.ts';

const { invitation: text, roles, fields, failed, refused } = organisationMessages;
const known = { ...refused, account_exists: text.accountExists, password_weak: text.weak };

interface AcceptProps {
  token: string;
  invitation: Invitation;
  signedInAs: string | null;
}

/** A whole new page: the dashboard opens with the organisation that was joined. */
function enter(sellerId: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `${organisationCookie}=${sellerId}; path=/; max-age=31536000; samesite=lax`;
  window.location.assign('/');
}

function Refusal({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <Notice tone="danger" role="alert">
      {sayRefusal(error, known, failed)}
    </Notice>
  );
}

function WithAccount({ token, invitation }: AcceptProps) {
  const api = useApi();
  const accept = useMutation(
    api.identity.acceptInvitation.mutationOptions({ onSuccess: ({ sellerId }) => enter(sellerId) }),
  );
  return (
    <>
      <Refusal error={accept.error} />
      <Button size="large" block busy={accept.isPending || accept.isSuccess} onClick={() => accept.mutate({ token })}>
        {accept.isPending ? text.accepting : text.accept(invitation.organisation)}
      </Button>
    </>
  );
}

function WithNewAccount({ token, invitation }: AcceptProps) {
  const api = useApi();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const create = useMutation(
    api.identity.acceptInvitationAsNew.mutationOptions({
      onSuccess: async ({ sellerId, email }) => {
        await signIn('credentials', { email, password, redirect: false });
        enter(sellerId);
      },
    }),
  );
  const missing = (value: string) => (tried && value.trim() === '' ? fields.problem.missing : null);
  const short = tried && password !== '' && password.length < 10 ? text.passwordHint : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() && password.length >= 10) create.mutate({ token, name, password });
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <h2 className="text-xl">{text.newTitle}</h2>
      <p className="text-ink-soft">{text.newLead}</p>
      <Refusal error={create.error} />
      <input type="hidden" name="username" autoComplete="username" value={invitation.email} readOnly />
      <TextField
        label={text.name}
        name="name"
        autoComplete="name"
        maxLength={120}
        required
        value={name}
        error={missing(name)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextField
        label={text.password}
        name="password"
        type="password"
        autoComplete="new-password"
        maxLength={200}
        required
        hint={text.passwordHint}
        value={password}
        error={missing(password) ?? short}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="large" block busy={create.isPending || create.isSuccess}>
        {create.isPending ? text.creating : text.create}
      </Button>
    </form>
  );
}

export function AcceptInvitation(props: AcceptProps) {
  const { token, invitation, signedInAs } = props;
  const { organisation, role, email } = invitation;
  const own = signedInAs?.toLowerCase() === email.toLowerCase();
  const here = `/invitation?token=${encodeURIComponent(token)}`;
  return (
    <div className="grid gap-6">
      <div>
        <h1 className="text-3xl sm:text-4xl">{text.heading(organisation)}</h1>
        <p className="mt-2">{text.lead(organisation, roles[role].label.toLowerCase())}</p>
        <p className="mt-1 text-sm break-words text-ink-soft">{text.forAddress(email)}</p>
      </div>
      {own ? <WithAccount {...props} /> : null}
      {signedInAs && !own ? (
        <Notice
          tone="caution"
          action={
            <Button variant="secondary" size="small" onClick={() => void signOut({ callbackUrl: here })}>
              {text.signOut}
            </Button>
          }
        >
          {text.other(signedInAs, email)}
        </Notice>
      ) : null}
      {signedInAs ? null : (
        <>
          <WithNewAccount {...props} />
          <div className="border-t border-line pt-5">
            <h2 className="mb-3 text-xl">{text.haveTitle}</h2>
            <LinkButton as={Link} variant="secondary" href={`/sign-in?callbackUrl=${encodeURIComponent(here)}`}>
              {text.signIn}
            </LinkButton>
          </div>
        </>
      )}
    </div>
  );
}
