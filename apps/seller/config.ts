/** What the dashboard's server reads from its environment; the only place that does. */
const portBase = Number(process.env.PORT_BASE ?? 3000);

export const config = {
  apiUrl: process.env.API_URL ?? `http://127.0.0.1:${portBase + 7}`,
  shellUrl: process.env.SHELL_URL ?? `http://localhost:${portBase}`,
  sellerUrl: process.env.SELLER_URL ?? `http://localhost:${portBase + 6}`,
  sessionSecret: process.env.SESSION_SECRET ?? '',
  internalSecret: process.env.INTERNAL_SECRET ?? '',
};
