import * as nextHead from 'next/head';
import * as nextLink from 'next/link';
import * as nextRouter from 'next/router';
import * as react from 'react';
import * as jsxDevRuntime from 'react/jsx-dev-runtime';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';

const page = globalThis as { __mallhive_shared?: Record<string, object> };

/**
 * Called by the shell's _app before anything renders: the instances that remotes use (see build/shared.ts). Called again
 * when development evaluates the shell anew: remotes that run already keep the objects, which then hold the new exports.
 */
export function provideShared(own: Record<string, object>): void {
  page.__mallhive_shared ??= {
    react,
    'react/jsx-runtime': jsxRuntime,
    'react/jsx-dev-runtime': jsxDevRuntime,
    'react-dom': reactDom,
    'next/head': nextHead,
    'next/link': nextLink,
    'next/router': nextRouter,
  };
  const shared = page.__mallhive_shared;
  for (const name in own) shared[name] = Object.assign(shared[name] ?? {}, own[name]);
}
