import { useApi } from '@mallhive/api-client';
import { Badge, dirOf, type Locale, localeNames, Skeleton } from '@mallhive/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { templateMessages as text } from '../../../messages/templates.ts';
import type { MessageTemplate } from '../../../types.ts';
import { Loaded } from '../../Loaded.tsx';

interface TemplatePreviewProps {
  template: MessageTemplate;
  locale: Locale;
  view: 'html' | 'text';
}

/** One message as it arrives. The mail stands in a frame in which nothing runs and no link leads away. */
export function TemplatePreview({ template, locale, view }: TemplatePreviewProps) {
  const api = useApi();
  const query = useQuery(
    api.notifications.previewTemplate.queryOptions(
      { template: template.name, locale },
      { placeholderData: keepPreviousData },
    ),
  );
  const dir = dirOf(locale);
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-[36rem] w-full" />}>
      {(letter) => (
        <div
          className={`overflow-hidden rounded-tile border border-line bg-surface ${query.isPlaceholderData ? 'opacity-60' : ''}`}
          aria-busy={query.isFetching}
        >
          <div className="grid justify-items-start gap-3 border-b border-line p-5">
            <dl className="grid gap-3">
              <div>
                <dt className="text-sm text-ink-soft">{text.subject}</dt>
                <dd className="font-semibold" dir={dir} lang={locale}>
                  {letter.subject}
                </dd>
              </div>
              <div>
                <dt className="text-sm text-ink-soft">{text.beside}</dt>
                <dd dir={dir} lang={locale}>
                  {letter.preview}
                </dd>
              </div>
            </dl>
            <Badge>{template.mandatory ? text.mandatory : text.optional}</Badge>
          </div>
          {view === 'html' ? (
            <iframe
              className="h-[44rem] w-full bg-white"
              title={text.frame(text.nameOf(template.name), localeNames[locale])}
              sandbox=""
              srcDoc={letter.html}
            />
          ) : (
            <pre className="overflow-x-auto p-5 text-sm whitespace-pre-wrap" dir={dir} lang={locale}>
              {letter.text}
            </pre>
          )}
        </div>
      )}
    </Loaded>
  );
}
