import { useApi } from '@mallhive/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { AccountLayout } from '../components/AccountLayout.tsx';
import { useProof } from '../components/proof.tsx';
import { DetailsSection } from '../components/security/DetailsSection.tsx';
import { LinkedSection } from '../components/security/LinkedSection.tsx';
import { PasswordSection } from '../components/security/PasswordSection.tsx';
import { SecondFactorSection } from '../components/security/SecondFactorSection.tsx';
import { SessionsSection } from '../components/security/SessionsSection.tsx';
import { useTexts } from '../texts.ts';
import type { Security, Session } from '../types.ts';

export interface SecurityPageProps {
  name: string;
  security: Security;
  sessions: Session[];
  justLinked: boolean;
}

/** Name and address, password, second step, other services and devices. */
export default function SecurityPage(props: SecurityPageProps) {
  const api = useApi();
  const queries = useQueryClient();
  const text = useTexts().security;
  const security = useQuery(api.identity.security.queryOptions(undefined, { initialData: props.security })).data;
  const { sessions } = useQuery(
    api.identity.sessions.queryOptions(undefined, { initialData: { sessions: props.sessions } }),
  ).data;
  const { guarded, dialog } = useProof(security);
  const onChanged = () => {
    for (const queryKey of [
      api.identity.security.queryKey(),
      api.identity.sessions.queryKey(),
      api.identity.me.queryKey(),
    ])
      void queries.invalidateQueries({ queryKey });
  };
  const shared = { security, guarded, onChanged };
  return (
    <AccountLayout current="security">
      <h1 className="mb-6">{text.title}</h1>
      <div className="grid gap-6">
        <DetailsSection {...shared} name={props.name} />
        <PasswordSection {...shared} name={props.name} />
        <SecondFactorSection {...shared} />
        <LinkedSection {...shared} justLinked={props.justLinked} />
        <SessionsSection sessions={sessions} onChanged={onChanged} />
      </div>
      {dialog}
    </AccountLayout>
  );
}
