import type { Currency, Locale } from '@mallhive/api-client';
import type { ServerApi } from '@mallhive/api-client/server';
import type { ComponentType, ReactNode } from 'react';

/** What a loader may use: the API on behalf of the visitor, and the address that was asked for. */
export interface LoaderContext {
  /** Carries the visitor's cookies on per-request pages, none on pages that are cached for everybody. */
  api: ServerApi;
  params: Record<string, string>;
  query: Record<string, string | string[] | undefined>;
  /** Of the page; public reads of the API take both. */
  locale: Locale;
  currency: Currency;
}

/** What a page says, in its language alone: texts by the app's name. */
export type PageTexts = Record<string, object>;

export interface PageHead {
  title: string;
  description?: string;
  /** Path on the shop's own origin, beginning with a slash. */
  canonicalPath?: string;
  /** Path or absolute address of the picture that social networks show. */
  image?: string;
  jsonLd?: Record<string, unknown> | Record<string, unknown>[];
  noIndex?: boolean;
}

export type LoaderResult<Props> =
  | { props: Props; head: PageHead; revalidateSeconds?: number }
  | { notFound: true }
  | { redirect: { destination: string; permanent: boolean } };

/** Runs on the server before a page module renders; the result must survive JSON. */
export type Loader<Props> = (context: LoaderContext) => Promise<LoaderResult<Props>>;

/** One entry of `exposes` in a remote's federation.config.mjs. */
export interface ExposedModule {
  module: string;
  /** Only page modules have one. */
  loader?: string;
  /** Modules this one may render in slots, so that they can be loaded before it renders. */
  uses?: string[];
  /** Top-level sections of the remote's texts that it shows; all of them without. */
  texts?: string[];
}

export interface RemoteConfig {
  name: string;
  exposes: Record<string, ExposedModule>;
  /** The module that exports `texts`, the remote's texts in every language; server code, no browser gets it. */
  texts?: string;
}

/** 'cart/AddToCart': the remote's name, a slash, the exposed name. */
export type ModuleId = `${string}/${string}`;

// biome-ignore lint/suspicious/noExplicitAny: a component's props are contravariant; only `any` accepts every component
export type RemoteComponent = ComponentType<any>;

export interface RemoteSlotProps<Props extends object> {
  module: ModuleId;
  props: Props;
  /** Shown while the module loads in the browser and when it cannot be had. Should let the visitor go on. */
  fallback?: ReactNode;
}

/** The shell's federation.config.mjs: a remote that exposes nothing and knows where the others are. */
export interface ShellConfig extends RemoteConfig {
  /** Name and origin. */
  remotes: Record<string, string>;
  /** Texts of the scripts in the shell's own document; no other inline script runs. */
  inlineScripts?: string[];
  /**
   * What to render for a request: another path of the shell's, for pages that are kept in several versions; an answer of
   * its own; or nothing, for the address as it is.
   */
  variant?: (request: { method?: string; url?: string; headers: { cookie?: string } }) => PageVariant | undefined;
}

export type PageVariant = { path: string } | { redirect: string } | { notFound: true };
