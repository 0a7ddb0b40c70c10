import { Badge, Switch, VisuallyHidden } from '@mallhive/ui';
import { useTexts } from '../../texts.ts';
import type { MessageChange, MessageSettings } from '../../types.ts';

type KindRowProps = MessageSettings['kinds'][number] & {
  ready: boolean;
  onChange: (change: MessageChange) => void;
};

/** What a kind of message is about, and a switch for each way it can come. */
export function KindRow({ kind, mandatory, channels, ready, onChange }: KindRowProps) {
  const text = useTexts().notifications;
  const { title, text: about } = text.kind[kind];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-4 first:pt-0 last:pb-0">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="font-sans text-base font-semibold">{title}</h3>
        <p className="text-sm text-ink-soft">{about}</p>
      </div>
      {mandatory ? (
        <Badge>{text.alwaysOn}</Badge>
      ) : (
        <div className="grid sm:min-w-36">
          {channels.map(({ channel, wanted }) => (
            <Switch
              key={channel}
              checked={wanted}
              disabled={!ready}
              onChange={(event) => onChange({ kind, channel, wanted: event.target.checked })}
              label={
                <>
                  {text.channel[channel]}
                  <VisuallyHidden>{`: ${title}`}</VisuallyHidden>
                </>
              }
            />
          ))}
        </div>
      )}
    </li>
  );
}
