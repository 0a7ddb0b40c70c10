export const style = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #fff; --line: #dfe3e8; --text: #16191d; --quiet: #55606d; --accent: #4338ca; --code: #f1f3f6;
  --green: #146c3a; --green-soft: #dff5e6; --red: #a51d2d; --red-soft: #fde6e8; --blue: #1d4fb8; --blue-soft: #e1ebfd;
  --amber: #7a4b00; --amber-soft: #fdf0d5; --grey-soft: #e9ecf0;
  --bar: #6366f1; --bar-wait: #c3c8d4; --bar-bad: #dc3545;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #101317; --card: #181c22; --line: #2c333c; --text: #e8ebef; --quiet: #a3adba; --accent: #b1b5ff; --code: #11151a;
    --green: #7fdca4; --green-soft: #12321f; --red: #ff9ba5; --red-soft: #43161c; --blue: #9dc1ff; --blue-soft: #16294b;
    --amber: #f3c877; --amber-soft: #3b2a0a; --grey-soft: #2a3038;
    --bar: #818cf8; --bar-wait: #475060; --bar-bad: #f26d7a;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--accent); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
header, main, footer { max-width: 1120px; margin: 0 auto; padding: 0 20px; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 28px; padding-top: 20px; padding-bottom: 16px; }
header strong { font-size: 17px; letter-spacing: -0.01em; }
nav { display: flex; gap: 18px; }
nav a { color: var(--quiet); text-decoration: none; padding: 4px 0; border-bottom: 2px solid transparent; }
nav a[aria-current] { color: var(--text); border-color: var(--accent); }
.live { margin-left: auto; color: var(--quiet); font-size: 13px; }
h1 { font-size: 22px; line-height: 1.25; letter-spacing: -0.015em; margin: 8px 0 4px; overflow-wrap: anywhere; }
h1 + .card { margin-top: 14px; }
h2 { font-size: 16px; margin: 28px 0 10px; }
.quiet { color: var(--quiet); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th { text-align: left; font-size: 12.5px; font-weight: 600; color: var(--quiet); padding: 10px 16px; white-space: nowrap; }
td { padding: 11px 16px; border-top: 1px solid var(--line); vertical-align: top; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody tr:hover { background: var(--ground); }
td a.main { font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
td a.main:hover { text-decoration: underline; }
code, pre { font: 12.5px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
pre { margin: 8px 0 0; padding: 12px 14px; background: var(--code); border: 1px solid var(--line); border-radius: 8px; overflow: auto; max-height: 420px; }
.status { display: inline-block; padding: 1px 9px; border-radius: 99px; font-size: 12.5px; font-weight: 600; background: var(--grey-soft); color: var(--quiet); white-space: nowrap; }
.completed { background: var(--green-soft); color: var(--green); }
.failed { background: var(--red-soft); color: var(--red); }
.running, .invoking { background: var(--blue-soft); color: var(--blue); }
.queued, .planned, .retrying, .sleeping, .waiting { background: var(--amber-soft); color: var(--amber); }
form.filters { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; margin: 14px 0 16px; }
label { display: grid; gap: 4px; font-size: 12.5px; font-weight: 600; color: var(--quiet); }
select, input, button { font: inherit; font-size: 14px; font-weight: 400; color: var(--text); background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 7px 11px; min-height: 38px; max-width: 100%; }
button { cursor: pointer; font-weight: 600; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--card); }
button.danger { color: var(--red); }
.actions { display: flex; gap: 10px; margin: 14px 0 0; }
.actions form { margin: 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 14px 24px; padding: 16px; margin: 16px 0 0; }
.facts dt { font-size: 12.5px; color: var(--quiet); }
.facts dd { margin: 1px 0 0; font-weight: 600; overflow-wrap: anywhere; }
.error { color: var(--red); overflow-wrap: anywhere; }
.steps { list-style: none; margin: 0; padding: 0; }
.steps > li { padding: 14px 16px; border-top: 1px solid var(--line); }
.steps > li:first-child { border-top: 0; }
.step-head { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 12px; }
.step-head strong { overflow-wrap: anywhere; }
.step-head .quiet { font-size: 13.5px; }
.line { display: block; width: 100%; height: 8px; margin: 9px 0 2px; }
.line .track { fill: var(--grey-soft); } .line .run { fill: var(--bar); } .line .wait { fill: var(--bar-wait); } .line .bad { fill: var(--bar-bad); }
details { margin-top: 6px; }
summary { cursor: pointer; color: var(--quiet); font-size: 13.5px; width: fit-content; }
.attempts { margin: 8px 0 0; padding-left: 20px; }
.pages { display: flex; gap: 16px; padding: 14px 0; }
.empty { padding: 44px 20px; text-align: center; color: var(--quiet); }
footer { padding-top: 20px; padding-bottom: 32px; color: var(--quiet); font-size: 13px; }
@media (max-width: 640px) {
  header, main, footer { padding-left: 14px; padding-right: 14px; }
  .live { display: none; }
  form.filters label { flex: 1 1 45%; } form.filters label * { width: 100%; }
  .runs thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .runs tr { display: grid; grid-template-columns: 1fr auto; gap: 2px 12px; padding: 12px 14px; border-top: 1px solid var(--line); }
  .runs tbody tr:first-child { border-top: 0; }
  .runs td { border: 0; padding: 0; } .runs td:nth-child(5) { text-align: left; }
}
`;

/** Fetches the page again while it is visible and swaps its content, keeping what is open and where the focus is. */
export const refreshScript = `
const everyMs = 2000;
async function refresh() {
  const main = document.querySelector('main');
  const busy = document.hidden || main.querySelector('form.filters :focus') || String(getSelection());
  if (!busy) {
    try {
      const response = await fetch(location.href, { headers: { accept: 'text/html' } });
      if (response.ok) {
        const fresh = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
        for (const open of main.querySelectorAll('details[open]')) fresh.querySelector('#' + CSS.escape(open.id))?.setAttribute('open', '');
        if (fresh.innerHTML !== main.innerHTML && !main.querySelector('form.filters :focus')) {
          const focused = document.activeElement?.id;
          const scrolls = [...main.querySelectorAll('pre')].map((each) => each.scrollTop);
          main.replaceChildren(...fresh.childNodes);
          [...main.querySelectorAll('pre')].forEach((each, index) => { each.scrollTop = scrolls[index] ?? 0; });
          if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
        }
      }
    } catch { /* The executor restarts: the next attempt will find it. */ }
  }
  setTimeout(refresh, everyMs);
}
setTimeout(refresh, everyMs);
document.addEventListener('change', (event) => event.target.closest?.('form.filters')?.requestSubmit());
`;
