import { z } from 'zod';
import { greeting, template } from './template.ts';

const ignore = 'If it was not you, you need not do anything: without this link nothing changes.';
const about = 'You get this because of an account at MallHive with this address.';

const changes = {
  password_changed: 'Your password was changed. Other devices that were signed in have to sign in again.',
  password_reset: 'Your password was set anew by a link in a mail. All devices have to sign in again.',
  second_factor_on: 'Two-step sign-in was switched on. From now on a code of your authenticator app is needed.',
  second_factor_off: 'Two-step sign-in was switched off. Your password alone now lets you in.',
  recovery_codes_renewed: 'New recovery codes were made. The old ones do not work any more.',
  recovery_code_used: 'A recovery code was used in place of a code of your authenticator app. It does not work again.',
  account_linked: 'An account elsewhere was linked to yours and can now be used to sign in',
  account_unlinked: 'An account elsewhere was unlinked from yours and can no longer be used to sign in',
  tokens_reused: 'A token of an app with access to your account was used twice. We ended its access to be safe.',
} as const;
const providers: Record<string, string> = { google: 'Google', github: 'GitHub', oidc: 'your organisation' };

/** Messages about accounts and the ways into them. */
export const accountTemplates = {
  /** Somebody registered, or asked for the link again. */
  'verify-email': template(z.object({ name: z.string(), url: z.string() }), ({ name, url }) => ({
    subject: 'Please verify your e-mail address',
    preview: 'One click, and your account is complete.',
    heading: 'Is this your address?',
    paragraphs: [
      greeting(name),
      'Please show us that this address is yours. The link works for three days. If you did not open an account, ignore this mail.',
    ],
    action: { label: 'Verify my address', url },
    closing: about,
  })),

  /** Somebody tried to register with the address of an account. To its owner. */
  'registration-repeated': template(
    z.object({ name: z.string(), signInUrl: z.string(), resetUrl: z.string() }),
    ({ name, signInUrl, resetUrl }) => ({
      subject: 'You already have an account',
      preview: 'Somebody tried to open another one with your address.',
      heading: 'You already have an account',
      paragraphs: [
        greeting(name),
        'Somebody, probably you, tried to open an account with this address. There is one already, and it is unchanged.',
        `If you do not remember your password, you can choose a new one: ${resetUrl}`,
      ],
      action: { label: 'Sign in', url: signInUrl },
      closing: about,
    }),
  ),

  /** Somebody forgot the password. */
  'reset-password': template(z.object({ name: z.string(), url: z.string() }), ({ name, url }) => ({
    subject: 'Choose a new password',
    preview: 'The link works for one hour.',
    heading: 'Choose a new password',
    paragraphs: [greeting(name), 'With this link you choose a new password. It works once, for one hour.', ignore],
    action: { label: 'Choose a new password', url },
    closing: about,
  })),

  /** To the new address of a change. */
  'confirm-email-change': template(z.object({ name: z.string(), url: z.string() }), ({ name, url }) => ({
    subject: 'Please confirm your new e-mail address',
    preview: 'Your account changes to this address when you do.',
    heading: 'Use this address from now on?',
    paragraphs: [
      greeting(name),
      'Somebody, probably you, wants to use this address for an account at MallHive. The link works for one day.',
      ignore,
    ],
    action: { label: 'Confirm this address', url },
    closing: 'You get this because somebody entered this address at MallHive.',
  })),

  /** To the old address after a change. */
  'email-changed': template(z.object({ name: z.string(), helpUrl: z.string() }), ({ name, helpUrl }) => ({
    subject: 'Your e-mail address was changed',
    preview: 'Your account now has another address.',
    heading: 'Your e-mail address was changed',
    paragraphs: [
      greeting(name),
      'Your account at MallHive now has another e-mail address, and this one no longer opens it. If it was not you, please tell us at once.',
    ],
    action: { label: 'It was not me', url: helpUrl },
    closing: about,
  })),

  /** Something that lets people in changed. To the person. */
  'security-changed': template(
    z.object({
      name: z.string(),
      change: z.enum(Object.keys(changes) as [keyof typeof changes]),
      detail: z.string(),
      at: z.iso.datetime(),
      securityUrl: z.string(),
    }),
    ({ name, change, detail, at, securityUrl }) => ({
      subject: 'Something changed about how you sign in',
      preview: changes[change],
      heading: 'A change to your account',
      paragraphs: [
        greeting(name),
        detail ? `${changes[change]}: ${providers[detail] ?? detail}.` : changes[change],
        'If it was not you, choose a new password at once and look at the devices that are signed in.',
      ],
      facts: [{ label: 'When', value: `${at.slice(0, 16).replace('T', ' ')} UTC` }],
      action: { label: 'Look at my account', url: securityUrl },
      closing: about,
    }),
  ),
} as const;
