import { expect, it } from 'vitest';
import { deviceOf } from './device.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
it.each([
  ['', null],
  ['curl/8.5.0', null],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/149.0.0.0 Safari/537.36`, 'Chrome Linux'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/149.0.0.0 Safari/537.36 Edg/149.0.0.0`, 'Edge Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox macOS'],
  [`Mozilla/5.0 (Linux; Android 16; Pixel 7) ${webkit} Chrome/149.0.0.0 Mobile Safari/537.36`, 'Chrome Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Mobile/15E148 Safari/604.1', 'Safari iPhone'],
])('%s', (userAgent, said) => {
  const device = deviceOf(userAgent);
  expect(device && `${device.browser} ${device.system}`).toBe(said);
});
