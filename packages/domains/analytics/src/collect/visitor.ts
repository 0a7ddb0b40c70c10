export type Device = 'phone' | 'tablet' | 'desktop' | 'unknown';
export type Source = 'direct' | 'search' | 'social' | 'mail' | 'campaign' | 'referral' | 'unknown';

const bots =
  /bot\b|bot[/_;-]|crawl|spider|slurp|headless|lighthouse|preview|monitor|scan|fetch|archiver|facebookexternalhit|^(curl|wget|python|java|go-http|ruby|perl|php|okhttp|axios|node|undici|apache-httpclient|libwww|postman|insomnia)/i;

/** Programs, as far as they say so. A browser always has a name of some length. */
export function isBot(userAgent: string | undefined): boolean {
  return !userAgent || userAgent.length < 20 || bots.test(userAgent);
}

/** Coarse on purpose: nothing else of the browser's name is kept. */
export function deviceOf(userAgent: string | undefined): Device {
  if (!userAgent) return 'unknown';
  if (/ipad|tablet|playbook|silk(?!.*mobile)|android(?!.*mobile)/i.test(userAgent)) return 'tablet';
  return /mobi|iphone|ipod|android/i.test(userAgent) ? 'phone' : 'desktop';
}

const searchEngines = /(^|\.)(google|bing|duckduckgo|ecosia|yahoo|startpage|qwant|yandex|baidu|brave|kagi)\./;
const socialNetworks =
  /(^|\.)(facebook|instagram|pinterest|tiktok|reddit|youtube|linkedin|threads|bsky|mastodon|twitter)\.|^(x\.com|t\.co|youtu\.be|lnkd\.in|pin\.it)$/;

/** Only the kind of place is kept, never the place. */
export function sourceOf(referrer: string, campaign: string): Source {
  if (/^(e-?mail|newsletter)/i.test(campaign)) return 'mail';
  if (campaign) return 'campaign';
  const host = referrer.toLowerCase();
  if (!host) return 'direct';
  if (searchEngines.test(host)) return 'search';
  if (socialNetworks.test(host)) return 'social';
  return /(^|\.)(mail|outlook|webmail)\./.test(host) ? 'mail' : 'referral';
}
