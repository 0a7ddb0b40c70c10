import { type Html, html } from './html.ts';

const sections = [
  { path: '/', title: 'Runs' },
  { path: '/functions', title: 'Functions' },
];

export function layout(page: { title: string; section: string; content: Html }): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · Inngest, local</title>
<link rel="stylesheet" href="/assets/style.css">
<link rel="icon" href="data:,">
<script type="module" src="/assets/refresh.js"></script>
</head>
<body>
<header>
<strong>Inngest, local</strong>
<nav aria-label="Sections">${sections.map(
    ({ path, title }) => html`<a href="${path}"${path === page.section ? html` aria-current="page"` : ''}>${title}</a>`,
  )}</nav>
<span class="live">Refreshes itself</span>
</header>
<main>${page.content}</main>
<footer>Durable in PostgreSQL; finished runs are pruned after their retention.</footer>
</body>
</html>`;
}
