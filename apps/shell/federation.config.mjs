import { themeScript } from './lib/theme.ts';
import { variantOf } from './lib/variant.ts';

const base = Number(process.env.PORT_BASE ?? 3000);
const origin = (name, offset) => process.env[`REMOTE_${name.toUpperCase()}_URL`] ?? `http://127.0.0.1:${base + offset}`;

/** The shell, and where its remotes are: from configuration only, never from a page.
 * @type {import('@mallhive/federation').ShellConfig} */
export default {
  name: 'shell',
  exposes: {},
  inlineScripts: [themeScript],
  variant: variantOf,
  remotes: {
    home: origin('home', 1),
    product: origin('product', 2),
    cart: origin('cart', 3),
    checkout: origin('checkout', 4),
    profile: origin('profile', 5),
  },
};
