import type { MessageChange, MessageSettings } from '../types.ts';

/** What was touched and is not saved yet, by `settingKey`. */
export type Pending = Readonly<Record<string, boolean>>;

export const settingKey = ({ kind, channel }: Pick<MessageChange, 'kind' | 'channel'>) => `${kind}:${channel}`;

/** The settings as the person has just set them. */
export function applied({ kinds }: MessageSettings, pending: Pending): MessageSettings {
  return {
    kinds: kinds.map(({ kind, channels, ...rest }) => ({
      ...rest,
      kind,
      channels: channels.map(({ channel, wanted }) => ({
        channel,
        wanted: pending[settingKey({ kind, channel })] ?? wanted,
      })),
    })),
  };
}
