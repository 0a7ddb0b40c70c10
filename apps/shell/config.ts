/** What the shell's server reads from its environment; the only place that does. */
export const config = {
  apiUrl: process.env.API_URL ?? `http://127.0.0.1:${Number(process.env.PORT_BASE ?? 3000) + 7}`,
  shellUrl: process.env.SHELL_URL ?? `http://localhost:${process.env.PORT_BASE ?? 3000}`,
  sellerUrl: process.env.SELLER_URL ?? `http://localhost:${Number(process.env.PORT_BASE ?? 3000) + 6}`,
  /** Prices are shown in it to who chose no other. */
  currency: process.env.SHOP_CURRENCY ?? 'GBP',
  sessionSecret: process.env.SESSION_SECRET ?? '',
  internalSecret: process.env.INTERNAL_SECRET ?? '',
};
