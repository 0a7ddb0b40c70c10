/** Rules that must stay outside of a scope: they name things for the whole document. */
const global = /^@(property|keyframes|font-face|layer\s[^{]*;|import|charset|namespace)/;
const grouping = /^@(layer|media|supports|container)\b/;

/**
 * Confines a remote's stylesheet to the elements between its own slot and the slots inside it, so that no remote's
 * classes can touch another's. `:root` rules (theme variables) are dropped: the host page owns them.
 */
export function scopeCss(css: string, name: string): string {
  const scope = `@scope ([data-mf="${name}"]) to (:scope [data-mf])`;
  const wrap = (rules: string[]): string => {
    // In their order: what comes later wins, a media query's rules above all.
    let out = '';
    let confined = '';
    const flush = () => {
      if (confined) out += `${scope}{${confined}}`;
      confined = '';
    };
    for (const rule of rules) {
      if (global.test(rule)) {
        flush();
        out += rule;
      } else if (grouping.test(rule) && rule.includes('{')) {
        flush();
        const open = rule.indexOf('{');
        out += `${rule.slice(0, open)}{${wrap(topLevelRules(rule.slice(open + 1, -1)))}}`;
      } else if (!/^:root\b|^:host\b/.test(rule)) confined += rule;
    }
    flush();
    return out;
  };
  return wrap(topLevelRules(css));
}

/** Splits at the outermost braces; knows strings and comments. */
export function topLevelRules(css: string): string[] {
  const rules: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < css.length; i++) {
    const char = css[i];
    if (char === '\\') i++;
    else if (char === '"' || char === "'") {
      for (i++; i < css.length && css[i] !== char; i++) if (css[i] === '\\') i++;
    } else if (char === '/' && css[i + 1] === '*') {
      const end = css.indexOf('*/', i + 2);
      i = end < 0 ? css.length : end + 1;
      if (depth === 0) start = i + 1;
    } else if (char === '{') depth++;
    else if (char === '}' ? --depth === 0 : char === ';' && depth === 0) {
      rules.push(css.slice(start, i + 1).trim());
      start = i + 1;
    }
  }
  const rest = css.slice(start).trim();
  if (rest) rules.push(rest);
  return rules.filter(Boolean);
}
