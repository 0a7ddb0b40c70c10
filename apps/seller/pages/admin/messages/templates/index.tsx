import { useApi } from '@mallhive/api-client';
import { localeNames, SelectField, toLocale } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { AdminDashboard } from '../../../../components/AdminDashboard.tsx';
import { TemplatePreview } from '../../../../components/admin/messages/TemplatePreview.tsx';
import { Loaded } from '../../../../components/Loaded.tsx';
import { PageHead } from '../../../../components/PageHead.tsx';
import { useFilters } from '../../../../components/table/use-filters.ts';
import { adminPage, type SellerPageProps } from '../../../../lib/seller-page.ts';
import { templateMessages as text } from '../../../../messages/templates.ts';

const filterNames = ['template', 'locale', 'view'] as const;
const languages = Object.entries(localeNames).map(([value, label]) => ({ value, label }));
const views = (['html', 'text'] as const).map((value) => ({ value, label: text.views[value] }));

/** The choice stands in the address, so that one can show it to somebody. */
function Templates() {
  const api = useApi();
  const query = useQuery(api.notifications.templates.queryOptions());
  const { values, set } = useFilters(filterNames);
  const locale = toLocale(values.locale || 'en');
  const view = values.view === 'text' ? 'text' : 'html';
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Loaded query={query}>
        {({ templates }) => {
          const chosen = templates.find(({ name }) => name === values.template) ?? templates[0];
          if (!chosen) return null;
          return (
            <div className="grid gap-5">
              <div className="grid gap-4 sm:grid-cols-3">
                <SelectField
                  label={text.message}
                  value={chosen.name}
                  options={templates.map(({ name, kind }) => ({
                    value: name,
                    label: `${text.kinds[kind]}: ${text.nameOf(name)}`,
                  }))}
                  onChange={({ currentTarget }) => set({ template: currentTarget.value })}
                />
                <SelectField
                  label={text.language}
                  value={locale}
                  options={languages}
                  onChange={({ currentTarget }) => set({ locale: currentTarget.value })}
                />
                <SelectField
                  label={text.view}
                  value={view}
                  options={views}
                  onChange={({ currentTarget }) => set({ view: currentTarget.value })}
                />
              </div>
              <TemplatePreview template={chosen} locale={locale} view={view} />
            </div>
          );
        }}
      </Loaded>
    </>
  );
}

export default function TemplatesPage(props: SellerPageProps) {
  return (
    <AdminDashboard {...props} title={text.title}>
      <Templates />
    </AdminDashboard>
  );
}

export const getServerSideProps = adminPage;
