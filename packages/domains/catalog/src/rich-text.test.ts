import { expect, test } from 'vitest';
import { plainText, richTextOf, sanitizeRichText } from './rich-text.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example/x.js></ScRiPt>',
  '<p onclick="alert(1)">x</p>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><script>alert(1)</script></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="JaVaScRiPt:alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object>',
  '<embed src="javascript:alert(1)">',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<button formaction="javascript:alert(1)">x</button>',
  '<input autofocus onfocus=alert(1)>',
  '<body onload=alert(1)>',
  '<style>@import "javascript:alert(1)";</style>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<p style="width:expression(alert(1))">x</p>',
  '<link rel=stylesheet href="javascript:alert(1)">',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<base href="javascript:alert(1)//">',
  '<table background="javascript:alert(1)"><tr><td>x</td></tr></table>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<xmp><script>alert(1)</script></xmp>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<<script>alert(1)//<</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '"><script>alert(1)</script>',
  '<video><source onerror="alert(1)"></video>',
  '<details open ontoggle=alert(1)>x</details>',
  '<marquee onstart=alert(1)>x</marquee>',
  '<a href="https://ok.example" onmouseover="alert(1)" style="position:fixed;inset:0">x</a>',
  '<p\u0000onclick=alert(1)>x</p>',
  '<a xlink:href="javascript:alert(1)">x</a>',
];

/** What is left, as a browser reads it: tags with their attributes. */
const tags = (html: string) => html.match(/<[^>]*>/g) ?? [];
const harmless =
  /^<(\/?(p|h3|h4|ul|li|strong|em|u|s|blockquote|code|pre|table|thead|tbody|tr)|\/?(ol|th|td|a)|br \/|hr \/|(ol|th|td)( (start|colspan|rowspan)="\d*")+|a( href="(https?:\/\/|mailto:)[^"<>]*")? rel="nofollow noopener ugc" target="_blank")>$/;

test.each(attacks)('nothing that runs is left of %s', (attack) => {
  for (const html of [attack, `<p>before ${attack} after</p>`, `<ul><li>${attack}</li></ul>`]) {
    const clean = sanitizeRichText(html);
    expect(tags(clean).filter((tag) => !harmless.test(tag))).toEqual([]);
    // A second pass finds nothing more: what comes out cannot be read as something else.
    expect(sanitizeRichText(clean)).toBe(clean);
  }
});

test('form is kept, headings fit below the page’s own, links vouch for nothing', () => {
  expect(sanitizeRichText('<h1>Care</h1><p><b>Wipe</b> with a <i>dry</i> cloth</p><ul><li>Oak</li></ul>')).toBe(
    '<h3>Care</h3><p><strong>Wipe</strong> with a <em>dry</em> cloth</p><ul><li>Oak</li></ul>',
  );
  expect(sanitizeRichText('<a href="https://oak.example/?a=1&b=2" target="_self">Oak</a>')).toBe(
    '<a href="https://oak.example/?a=1&amp;b=2" rel="nofollow noopener ugc" target="_blank">Oak</a>',
  );
  expect(sanitizeRichText('<p> </p><p><br></p>')).toBe('');
});

test('plain text for search engines and lists', () => {
  const html = sanitizeRichText('<h3>Care</h3><p>Wipe &amp; dry.<br>Twice.</p><ul><li>5 &lt; 6</li><li>Oil</li></ul>');
  expect(plainText(html)).toBe('Care\n\nWipe & dry.\nTwice.\n\n• 5 < 6\n• Oil');
});

test('plain text becomes paragraphs, and comes back', () => {
  const plain = 'One & two\nthree\n\n<b>not bold</b>';
  const html = richTextOf(plain);
  expect(html).toBe('<p>One &amp; two<br />three</p><p>&lt;b&gt;not bold&lt;/b&gt;</p>');
  expect(sanitizeRichText(html)).toBe(html);
  expect(plainText(html)).toBe(plain);
});
