import { localisedUrl } from '@mallhive/kernel';
import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Column } from '@react-email/column';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Row } from '@react-email/row';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { type CSSProperties, Fragment, createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Letter, type Setting, waysOut } from './layout.ts';

const ink = '#231b22';
const soft = '#61575c';
const line = '1px solid #e7e0d2';
const fontFamily = "'Instrument Sans',-apple-system,'Segoe UI',Helvetica,Arial,sans-serif";
const display = "Fraunces,Georgia,'Times New Roman',serif";
const plain: CSSProperties = { fontFamily, fontSize: 16, lineHeight: '25px', color: ink };
const cell: CSSProperties = { ...plain, fontSize: 15, lineHeight: '22px', padding: '12px 0', borderBottom: line };

/** Only web addresses become links. */
const safeUrl = (url: string) => (/^https?:\/\//i.test(url) ? url : '#');

/** Mail programs know no logical sides. */
const sides = (dir: Setting['speech']['dir']) =>
  dir === 'rtl' ? ({ end: 'left', start: 'Right' } as const) : ({ end: 'right', start: 'Left' } as const);

/** The components' types want their children among the properties. */
const row = (key: number, ...cells: ReactNode[]) => h(Row, { key, children: h(Fragment, null, ...cells) });

function itemRows({ items = [] }: Letter, dir: Setting['speech']['dir']): ReactNode {
  const { end, start } = sides(dir);
  const right = { ...cell, [`padding${start}`]: 16, whiteSpace: 'nowrap' } as const;
  return items.map(({ title, detail, value }, index) =>
    row(
      index,
      h(
        Column,
        { style: cell },
        h('strong', { style: { fontWeight: 600 } }, title),
        detail && h('br'),
        detail && h('span', { style: { color: soft, fontSize: 14 } }, detail),
      ),
      h(Column, { align: end, valign: 'top', style: right }, value),
    ),
  );
}

function figureRows({ figures = [] }: Letter, dir: Setting['speech']['dir']): ReactNode {
  return figures.map(({ label, value, strong }, index) => {
    const style: CSSProperties = {
      fontFamily,
      padding: `${strong ? 10 : 4}px 0 4px`,
      fontSize: strong ? 17 : 14,
      fontWeight: strong ? 700 : 400,
      color: strong ? ink : soft,
    };
    return row(index, h(Column, { style }, label), h(Column, { align: sides(dir).end, style }, value));
  });
}

function factRows({ facts = [] }: Letter): ReactNode {
  const style: CSSProperties = { fontFamily, padding: '6px 16px', fontSize: 14, color: soft };
  return facts.map(({ label, value }, index) =>
    row(
      index,
      h(Column, { style }, label),
      h(Column, { style: { ...style, fontSize: 15, fontWeight: 600, color: ink } }, value),
    ),
  );
}

const wayOn = ({ label, url }: { label: string; url: string }, index: number) =>
  h(
    Text,
    { key: index, style: { ...plain, margin: '0 0 12px' } },
    h(Link, { href: safeUrl(url), style: { color: ink, fontWeight: 600, textDecoration: 'underline' } }, label),
  );

const actionButton = ({ label, url }: { label: string; url: string }) =>
  h(
    Section,
    { style: { margin: '28px 0 4px' } },
    h(
      Button,
      {
        href: safeUrl(url),
        style: {
          ...plain,
          fontWeight: 600,
          color: '#251a05',
          background: '#f2b632',
          borderRadius: 12,
          padding: '14px 26px',
        },
      },
      label,
    ),
  );

function content(letter: Letter, dir: Setting['speech']['dir']): ReactNode[] {
  const { heading, paragraphs, items, figures, facts, links = [], action } = letter;
  return [
    h(
      Heading,
      {
        key: 'heading',
        as: 'h1',
        style: {
          margin: '0 0 16px',
          fontFamily: display,
          fontWeight: 600,
          fontSize: 28,
          lineHeight: '34px',
          color: ink,
        },
      },
      heading,
    ),
    ...paragraphs.map((text, index) => h(Text, { key: `p${index}`, style: { ...plain, margin: '0 0 16px' } }, text)),
    facts &&
      h(
        Section,
        { key: 'facts', style: { margin: '8px 0 20px', background: '#f3eee4', borderRadius: 12 } },
        factRows(letter),
      ),
    items && h(Section, { key: 'items', style: { margin: '8px 0 0', borderTop: line } }, itemRows(letter, dir)),
    figures && h(Section, { key: 'figures', style: { margin: '12px 0 0' } }, figureRows(letter, dir)),
    h('div', { key: 'links' }, links.map(wayOn)),
    action && h('div', { key: 'action' }, actionButton(action)),
  ];
}

function footer(letter: Letter, setting: Setting): ReactNode {
  const out = waysOut(setting).flatMap(({ label, url }, index) => [
    index === 0 ? h('br', { key: 'break' }) : ' · ',
    h(Link, { key: url, href: safeUrl(url), style: { color: soft, textDecoration: 'underline' } }, label),
  ]);
  return h(
    Text,
    { style: { fontFamily, fontSize: 13, lineHeight: '20px', color: soft, margin: '20px 4px 0' } },
    letter.closing,
    out,
  );
}

const box: CSSProperties = { background: '#ffffff', border: line, borderRadius: 20, padding: '36px 32px' };
const brand: CSSProperties = { fontFamily: display, fontSize: 22, fontWeight: 700, color: ink, textDecoration: 'none' };

/** The letter as mail programs show it. React escapes everything that comes from outside. */
export function toHtml(letter: Letter, setting: Setting): string {
  const { locale, dir } = setting.speech;
  const shop = safeUrl(localisedUrl(setting.shopUrl, locale, '/'));
  const page = h(
    Html,
    { lang: locale, dir },
    h(
      Head,
      null,
      h('meta', { name: 'viewport', content: 'width=device-width,initial-scale=1' }),
      h('meta', { name: 'color-scheme', content: 'light' }),
      h('title', null, letter.subject),
    ),
    h(
      Body,
      { style: { margin: 0, padding: '32px 16px', background: '#fbf9f4' } },
      h(Preview, { children: letter.preview }),
      h(
        Container,
        { style: { maxWidth: 560, width: '100%' } },
        h(Text, { style: { margin: '0 4px 20px' } }, h(Link, { href: shop, style: brand }, 'MallHive')),
        h(Section, { style: box }, h('div', { dir }, content(letter, dir))),
        footer(letter, setting),
      ),
    ),
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
