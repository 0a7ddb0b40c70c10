import { z } from 'zod';
import type { en } from '../messages/en.ts';
import { firstName, template } from './template.ts';

type Change = keyof typeof en.account.security.changes;
const changes = [
  'password_changed',
  'password_reset',
  'second_factor_on',
  'second_factor_off',
  'recovery_codes_renewed',
  'recovery_code_used',
  'account_linked',
  'account_unlinked',
  'tokens_reused',
] as const satisfies readonly Change[];
const providers: Record<string, string> = { google: 'Google', github: 'GitHub' };
const withLink = z.object({ name: z.string(), url: z.string() });

/** Messages about accounts and the ways into them. */
export const accountTemplates = {
  /** Somebody registered, or asked for the link again. */
  'verify-email': template('account', withLink, ({ name, url }, { words }) => {
    const { verify, because: closing } = words.account;
    const { subject, preview, heading, text, action } = verify;
    return {
      subject,
      preview,
      heading,
      paragraphs: [words.hello(firstName(name)), text],
      action: { label: action, url },
      closing,
    };
  }),

  /** Somebody tried to register with the address of an account. To its owner. */
  'registration-repeated': template(
    'account',
    z.object({ name: z.string(), signInUrl: z.string(), resetUrl: z.string() }),
    ({ name, signInUrl, resetUrl }, { words }) => {
      const { repeated, because: closing } = words.account;
      const { subject, preview, text, forgotten, action } = repeated;
      return {
        subject,
        preview,
        heading: subject,
        paragraphs: [words.hello(firstName(name)), text, forgotten(resetUrl)],
        action: { label: action, url: signInUrl },
        closing,
      };
    },
  ),

  /** Somebody forgot the password. */
  'reset-password': template('account', withLink, ({ name, url }, { words }) => {
    const { reset, ignore, because: closing } = words.account;
    const { subject, preview, text } = reset;
    return {
      subject,
      preview,
      heading: subject,
      paragraphs: [words.hello(firstName(name)), text, ignore],
      action: { label: subject, url },
      closing,
    };
  }),

  /** To the new address of a change. */
  'confirm-email-change': template('account', withLink, ({ name, url }, { words }) => {
    const { confirm, ignore } = words.account;
    const { subject, preview, heading, text, action, because: closing } = confirm;
    return {
      subject,
      preview,
      heading,
      paragraphs: [words.hello(firstName(name)), text, ignore],
      action: { label: action, url },
      closing,
    };
  }),

  /** To the old address after a change. */
  'email-changed': template(
    'account',
    z.object({ name: z.string(), helpUrl: z.string() }),
    ({ name, helpUrl }, { words }) => {
      const { moved, because: closing } = words.account;
      const { subject, preview, text, action } = moved;
      return {
        subject,
        preview,
        heading: subject,
        paragraphs: [words.hello(firstName(name)), text],
        action: { label: action, url: helpUrl },
        closing,
      };
    },
  ),

  /** Something that lets people in changed. To the person. */
  'security-changed': template(
    'account',
    z.object({
      name: z.string(),
      change: z.enum(changes),
      detail: z.string(),
      at: z.iso.datetime(),
      securityUrl: z.string(),
    }),
    ({ name, change, detail, at, securityUrl }, { words }) => {
      const { security, because: closing } = words.account;
      const said = security.changes[change];
      const who = detail === 'oidc' ? security.organisation : (providers[detail] ?? detail);
      return {
        subject: security.subject,
        preview: said,
        heading: security.heading,
        paragraphs: [words.hello(firstName(name)), detail ? `${said}: ${who}.` : said, security.notYou],
        facts: [{ label: security.when, value: `${at.slice(0, 16).replace('T', ' ')} UTC` }],
        action: { label: security.action, url: securityUrl },
        closing,
      };
    },
  ),

  /** Somebody verified the address of a new account. */
  welcome: template('account', z.object({ name: z.string(), shopUrl: z.string() }), ({ name, shopUrl }, { words }) => {
    const { subject, preview, text, action, because: closing } = words.account.welcome;
    return {
      subject,
      preview,
      heading: subject,
      paragraphs: [words.hello(firstName(name)), text],
      action: { label: action, url: shopUrl },
      closing,
    };
  }),
} as const;
