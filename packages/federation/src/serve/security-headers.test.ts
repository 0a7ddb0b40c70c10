import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, pageHeaders, readOutsideSources } from './security-headers.ts';

const nothing = { script: [], frame: [], connect: [], img: [] };

const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('the policy of pages', () => {
  const policy = contentSecurityPolicy({ inlineScripts: ['start()'], outside: nothing, relaxed: false });

  it('lets only own scripts and the named inline ones run', () => {
    const hash = createHash('sha256').update('start()').digest('base64');
    expect(directive(policy, 'script-src')).toBe(`'self' 'sha256-${hash}'`);
    expect(directive(policy, 'script-src-attr')).toBe("'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy.match(/unsafe-inline/g)).toHaveLength(1);
    expect(directive(policy, 'style-src-attr')).toBe("'unsafe-inline'");
  });

  it('closes what pages do not use', () => {
    for (const name of ['object-src', 'base-uri', 'frame-ancestors', 'frame-src'])
      expect(directive(policy, name), name).toBe("'none'");
    expect(directive(policy, 'form-action')).toBe("'self'");
  });

  it('lets in the origins of the configuration, and no others', () => {
    const outside = readOutsideSources({
      CSP_SCRIPT_SRC: ' https://js.example.com  https://*.example.org:8443 ',
      CSP_FRAME_SRC: 'https://js.example.com',
      CSP_IMG_SRC: '',
    });
    const open = contentSecurityPolicy({ inlineScripts: [], outside, relaxed: false });
    expect(directive(open, 'script-src')).toBe("'self' https://js.example.com https://*.example.org:8443");
    expect(directive(open, 'frame-src')).toBe('https://js.example.com');
    expect(directive(open, 'img-src')).toBe("'self' data: blob:");
  });

  it.each([
    "'unsafe-inline'",
    '*',
    'https:',
    'data:',
    'http://example.com',
    'https://a.example; script-src *',
    '//a.b',
  ])('refuses %s as an origin, naming the variable', (value) => {
    expect(() => readOutsideSources({ CSP_SCRIPT_SRC: value })).toThrow(/CSP_SCRIPT_SRC/);
  });

  it('promises TLS only to those who came over TLS', () => {
    const headers = pageHeaders({ inlineScripts: [], outside: nothing, relaxed: false });
    expect(headers(false).has('strict-transport-security')).toBe(false);
    expect(headers(true).get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers(true).get('cross-origin-opener-policy')).toBe('same-origin');
  });
});
