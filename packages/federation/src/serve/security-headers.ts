import { createHash } from 'node:crypto';

/** Origins beside the app's own that its pages may use, for example those of a payment provider. */
export interface OutsideSources {
  script: string[];
  frame: string[];
  connect: string[];
  img: string[];
}

export interface PageSecurity {
  /** Texts of the scripts that stand in the page itself; no other inline script runs. */
  inlineScripts: readonly string[];
  outside: OutsideSources;
  /** For developers alone: a development server evaluates code and injects styles. */
  relaxed: boolean;
}

const variables: Record<keyof OutsideSources, string> = {
  script: 'CSP_SCRIPT_SRC',
  frame: 'CSP_FRAME_SRC',
  connect: 'CSP_CONNECT_SRC',
  img: 'CSP_IMG_SRC',
};
const origin = /^(https:\/\/(\*\.)?[a-z0-9.-]+|http:\/\/(localhost|127\.0\.0\.1))(:\d+)?$/;

/** Throws when a variable names something else than origins, separated by spaces. */
export function readOutsideSources(environment: Record<string, string | undefined>): OutsideSources {
  const read = (name: string) => {
    const origins = (environment[name] ?? '').split(/\s+/).filter(Boolean);
    const wrong = origins.find((one) => !origin.test(one));
    if (wrong) throw new Error(`${name} has "${wrong}", which is no origin such as https://js.example.com`);
    return origins;
  };
  const { script, frame, connect, img } = variables;
  return { script: read(script), frame: read(frame), connect: read(connect), img: read(img) };
}

/**
 * Every script comes from the app's own origin (those of the remotes too: the shell serves them), from the origins given,
 * or is one of the inline scripts, told by its hash. So pages can be cached: nothing in the policy changes by request.
 */
export function contentSecurityPolicy({ inlineScripts, outside, relaxed }: PageSecurity): string {
  const hashes = inlineScripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  const script = relaxed ? ["'self'", "'unsafe-eval'", "'unsafe-inline'"] : ["'self'", ...hashes];
  const directives: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': [...script, ...outside.script],
    'script-src-attr': ["'none'"],
    'style-src': ["'self'", ...(relaxed ? ["'unsafe-inline'"] : [])],
    // Sizes and colours that come with the data.
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...outside.img],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...(relaxed ? ['ws:'] : []), ...outside.connect],
    'frame-src': outside.frame.length > 0 ? outside.frame : ["'none'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Headers of a page. `https`: the visitor came over TLS. */
export function pageHeaders(security: PageSecurity): (https: boolean) => Map<string, string> {
  const { frame, script } = security.outside;
  const headers = {
    'content-security-policy': contentSecurityPolicy(security),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    // Providers whose scripts are let in open windows of their own and talk to them.
    'cross-origin-opener-policy': script.length > 0 ? 'same-origin-allow-popups' : 'same-origin',
    'permissions-policy': `camera=(), microphone=(), geolocation=(), browsing-topics=(), payment=(${['self', ...frame.map((one) => `"${one}"`)].join(' ')})`,
  };
  const plain = new Map(Object.entries(headers));
  const overTls = new Map([...plain, ['strict-transport-security', 'max-age=31536000; includeSubDomains']]);
  return (https) => (https ? overTls : plain);
}
