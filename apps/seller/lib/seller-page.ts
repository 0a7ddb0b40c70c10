import { createServerApi, forwardedHeaders } from '@mallhive/api-client/server';
import type { GetServerSideProps } from 'next';
import { config } from '../config.ts';
import { choose, organisationCookie } from '../logic/organisation.ts';
import type { Membership, User } from '../types.ts';

export interface SellerPageProps {
  user: User;
  /** Null for somebody who does not sell. */
  organisation: Membership | null;
  shopUrl: string;
  /** From the address, `/orders/[id]`. */
  id: string | null;
}

/** Every page of the dashboard: signed in, or on to the sign-in page and back. The data itself is read in the browser. */
export const sellerPage: GetServerSideProps<SellerPageProps> = async ({ req, params, resolvedUrl }) => {
  const api = createServerApi({ url: config.apiUrl, headers: forwardedHeaders(req, config.internalSecret) });
  const { user } = await api.identity.me.query();
  if (!user) {
    const destination = `/sign-in?callbackUrl=${encodeURIComponent(resolvedUrl)}`;
    return { redirect: { destination, permanent: false } };
  }
  const organisation = choose(user.memberships, req.cookies[organisationCookie] ?? null);
  return { props: { user, organisation, shopUrl: config.shellUrl, id: params?.id ? String(params.id) : null } };
};

/** Every page under /admin: for anybody else it does not exist. */
export const adminPage: GetServerSideProps<SellerPageProps> = async (context) => {
  const answer = await sellerPage(context);
  if (!('props' in answer)) return answer;
  const { user } = await answer.props;
  return user.roles.includes('administrator') ? answer : { notFound: true };
};
