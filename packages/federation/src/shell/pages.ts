import type { Currency, Locale } from '@mallhive/api-client';
import type { ServerApi } from '@mallhive/api-client/server';
import { defaultLocale, locales } from '@mallhive/kernel';
import type {
  GetServerSideProps,
  GetServerSidePropsContext,
  GetStaticPaths,
  GetStaticProps,
  GetStaticPropsContext,
} from 'next';
import type { PageRemotes } from '../pins.ts';
import { splitModule } from '../pins.ts';
import { registry } from '../registry/global.ts';
import type { Loader, LoaderContext, LoaderResult, ModuleId, PageHead, PageTexts } from '../types.ts';
import { pageCacheHas, pageCacheKnows } from './page-cache.ts';

const toLocale = (value: string | undefined): Locale => locales.find((known) => known === value) ?? defaultLocale;

/** Pages that are kept once for each currency live at `/~/EUR/p/mug`; visitors see `/p/mug`. */
const variantPrefix = '~';
const currencyParam = 'currency';
const loaderTimeoutMs = 8_000;
const defaultRevalidateSeconds = 300;
const none: PageRemotes = { pins: {}, modules: [], missing: [] };

/** How a page speaks. `currency` is null on pages that show no prices: there the browser's own choice counts. */
export interface PageI18n {
  locale: Locale;
  currency: Currency | null;
  texts: PageTexts;
}

export interface ShellPageProps {
  remotes: PageRemotes;
  i18n: PageI18n;
  /** Absent when the remote or its data could not be had: the page shows its fallback. */
  page?: { module: ModuleId; props: object; head: PageHead };
  /** The module that the page would have shown. */
  wanted?: ModuleId;
}

export interface PagesOptions {
  /** Modules of the layout, on every page. */
  layout: ModuleId[];
  /** What the layout itself needs, on every page; handed to the page beside its own props. Must not fail. */
  layoutData?: (locale: Locale) => Promise<Record<string, unknown>>;
  /** What the shell itself says. */
  texts?: (locale: Locale) => PageTexts;
  /** What the visitor chose, or the shop's own. Pages that everybody gets have it in their path. */
  currency?: (chosen: { path?: string } | { request: GetServerSidePropsContext['req'] }) => Currency;
  /** The API for a page that everybody gets, or on behalf of one visitor. */
  api: (request?: GetServerSidePropsContext['req']) => ServerApi;
}

/** One request for a page of the shell's own. */
interface Visit {
  method: string;
  /** The API on behalf of the visitor. */
  api: () => ServerApi;
  /** The status of the answer, which nobody keeps. */
  answerWith: (status: number) => void;
}

type Loaded =
  | { kind: 'page'; props: ShellPageProps; revalidateSeconds: number }
  | { kind: 'other'; result: Exclude<LoaderResult<object>, { props: object }> }
  | { kind: 'unavailable'; props: ShellPageProps; error?: unknown };

async function remotesFor(modules: ModuleId[]): Promise<PageRemotes> {
  const known = registry();
  if (!known) return { ...none, missing: modules }; // building: such a page is never served, see the page cache
  await known.ready(modules.map((module) => splitModule(module).remote));
  return known.describe(modules);
}

async function load(
  module: ModuleId,
  { layout, texts }: Required<Pick<PagesOptions, 'layout' | 'texts'>>,
  context: LoaderContext,
): Promise<Loaded> {
  const remotes = await remotesFor([module, ...layout]);
  const { locale, currency } = context;
  const i18n = { locale, currency, texts: { ...texts(locale), ...registry()?.texts(remotes, locale) } };
  const pin = remotes.pins[splitModule(module).remote];
  const loader = pin && (registry()?.exports(`${module}.loader`, pin.version)?.loader as Loader<object> | undefined);
  if (!pin || !loader || !remotes.modules.includes(module)) {
    return { kind: 'unavailable', props: { remotes, i18n, wanted: module } };
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, loaderTimeoutMs, new Error(`The loader of ${module} took too long`));
  });
  try {
    const result = await Promise.race([loader(context), timeout]);
    if (!('props' in result)) return { kind: 'other', result };
    const { props, head, revalidateSeconds = defaultRevalidateSeconds } = result;
    return { kind: 'page', props: { remotes, i18n, page: { module, props, head } }, revalidateSeconds };
  } catch (error) {
    return { kind: 'unavailable', props: { remotes, i18n, wanted: module }, error };
  } finally {
    clearTimeout(timer);
  }
}

/** JSON as the browser will get it: undefined fields are left out rather than refused by Next. */
const plain = (props: ShellPageProps): ShellPageProps => JSON.parse(JSON.stringify(props));

const singleParams = (params: GetStaticPropsContext['params'] = {}) =>
  Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, Array.isArray(value) ? value.join('/') : (value ?? '')]),
  );

/**
 * Addresses of a page in the languages and currencies in which somebody has looked at it; the plain one is always among
 * them, so that it is made before somebody looks.
 */
export function versionsOf(path: string, currencies: readonly string[]): string[] {
  const versions = [path];
  for (const locale of locales) {
    for (const prefix of ['', ...currencies.map((currency) => `/${variantPrefix}/${currency}`)]) {
      const version = prefix && path === '/' ? prefix : prefix + path;
      const plain = locale === defaultLocale && !prefix;
      if (plain || !pageCacheKnows(locale, version)) continue;
      versions.push(locale === defaultLocale ? version : `/${locale}${version === '/' ? '' : version}`);
    }
  }
  return versions;
}

/** The shell's page factories: a route is one line. */
export function createPages(options: PagesOptions) {
  const {
    layout,
    layoutData = async () => ({}),
    api,
    texts = () => ({}),
    currency: currencyOf = () => 'GBP',
  } = options;
  const layoutTexts = { layout, texts };
  const staticPage =
    (
      module: ModuleId,
      pathOf: (params: Record<string, string>) => string,
      fixed: Record<string, string> = {},
    ): GetStaticProps<Record<string, unknown>> =>
    async ({ params, locale: wanted }) => {
      const { [currencyParam]: variant, ...values } = { ...singleParams(params), ...fixed } as Record<string, string>;
      const locale = toLocale(wanted);
      const currency = currencyOf(variant ? { path: variant } : {});
      const [loaded, data] = await Promise.all([
        load(module, layoutTexts, { api: api(), params: values, query: {}, locale, currency }),
        layoutData(locale),
      ]);
      if (loaded.kind === 'page') {
        return { props: { ...plain(loaded.props), ...data }, revalidate: loaded.revalidateSeconds };
      }
      if (loaded.kind === 'other') return { ...loaded.result, revalidate: 60 };
      if (loaded.error)
        console.error(JSON.stringify({ level: 'error', msg: 'loader failed', module, error: String(loaded.error) }));
      // A page that was good once stays until its data can be had again: Next keeps it when this throws.
      if (
        loaded.error &&
        pageCacheHas(
          locale,
          variant ? `/${variantPrefix}/${variant}${pathOf(values)}`.replace(/\/$/, '') : pathOf(values),
        )
      )
        throw loaded.error;
      return { props: { ...plain(loaded.props), ...data }, revalidate: 1 };
    };

  const requestPage =
    (module: ModuleId, fixed: Record<string, string> = {}): GetServerSideProps<Record<string, unknown>> =>
    async ({ params, query, req, res, locale: wanted }) => {
      res.setHeader('cache-control', 'private, no-store');
      const values = { ...singleParams(params), ...fixed };
      const locale = toLocale(wanted);
      const currency = currencyOf({ request: req });
      const [loaded, data] = await Promise.all([
        load(module, layoutTexts, { api: api(req), params: values, query, locale, currency }),
        layoutData(locale),
      ]);
      if (loaded.kind === 'other') return loaded.result;
      if (loaded.kind === 'unavailable' && loaded.error) {
        console.error(JSON.stringify({ level: 'error', msg: 'loader failed', module, error: String(loaded.error) }));
      }
      return { props: { ...plain(loaded.props), ...data } };
    };

  const ownProps = async (own: Record<string, unknown>, locale: Locale) => {
    const [remotes, data] = await Promise.all([remotesFor(layout), layoutData(locale)]);
    const i18n: PageI18n = {
      locale,
      currency: null,
      texts: { ...texts(locale), ...registry()?.texts(remotes, locale) },
    };
    return { ...plain({ remotes, i18n }), ...data, ...own };
  };

  /** A page of the shell's own, with the layout's slots. */
  const ownPage =
    (
      own: (params: Record<string, string>, locale: Locale) => Record<string, unknown> | null = () => ({}),
    ): GetStaticProps =>
    async ({ params, locale: wanted }) => {
      const locale = toLocale(wanted);
      const props = own(singleParams(params), locale);
      return props ? { props: await ownProps(props, locale), revalidate: 3_600 } : { notFound: true };
    };

  /** The same, for an address with a query that the page's first render needs, or for a form that is sent to the page. */
  const ownRequestPage =
    (
      own: (
        query: LoaderContext['query'],
        locale: Locale,
        visit: Visit,
      ) => Record<string, unknown> | Promise<Record<string, unknown>> = () => ({}),
    ): GetServerSideProps =>
    async ({ query, req, res, locale: wanted }) => {
      const locale = toLocale(wanted);
      const visit: Visit = {
        method: req.method ?? 'GET',
        api: () => api(req),
        answerWith: (status) => {
          res.statusCode = status;
          res.setHeader('cache-control', 'private, no-store');
        },
      };
      return { props: await ownProps(await own(query, locale, visit), locale) };
    };

  const onDemand: GetStaticPaths = async () => ({ paths: [], fallback: 'blocking' });

  return { staticPage, requestPage, ownPage, ownRequestPage, onDemand };
}
