import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuthImport from 'next-auth';
import { createAuthOptions, type SessionOptions } from './auth-options.ts';

// A CommonJS module: bundlers hand over its default export, Node the whole module.
const NextAuth = (NextAuthImport as unknown as { default?: typeof NextAuthImport }).default ?? NextAuthImport;

/** `pages/api/auth/[...nextauth].ts` of a web app. */
export const createAuthHandler = (options: SessionOptions) => (request: NextApiRequest, response: NextApiResponse) =>
  NextAuth(request, response, createAuthOptions(options, request, response));
