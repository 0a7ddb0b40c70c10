import { expect, test } from 'vitest';
import type { MessageSettings } from '../types.ts';
import { applied, settingKey } from './message-settings.ts';

const settings: MessageSettings = {
  kinds: [
    { kind: 'orders', mandatory: true, channels: [{ channel: 'email', wanted: true }] },
    {
      kind: 'reviews',
      mandatory: false,
      channels: [
        { channel: 'email', wanted: true },
        { channel: 'sms', wanted: false },
      ],
    },
  ],
};

test('what was touched shows at once, on its channel alone', () => {
  expect(applied(settings, {})).toEqual(settings);
  const touched = applied(settings, { [settingKey({ kind: 'reviews', channel: 'sms' })]: true });
  expect(touched.kinds[1]?.channels).toEqual([
    { channel: 'email', wanted: true },
    { channel: 'sms', wanted: true },
  ]);
  expect(touched.kinds[0]).toEqual(settings.kinds[0]);
});
