import { describe, expect, it } from 'vitest';
import { scopeCss, topLevelRules } from './scope-css.ts';

const scope = '@scope ([data-mf="cart"]) to (:scope [data-mf])';

describe('scopeCss', () => {
  it('confines rules inside their layer and media query', () => {
    expect(scopeCss('@layer utilities{.a{color:red}@media (width>40rem){.b{color:blue}}}', 'cart')).toBe(
      `@layer utilities{${scope}{.a{color:red}}@media (width>40rem){${scope}{.b{color:blue}}}}`,
    );
  });

  it('keeps the order, which decides who wins', () => {
    expect(scopeCss('.a{x:1}.b{x:2}@media print{.a{x:3}}.c{x:4}', 'cart')).toBe(
      `${scope}{.a{x:1}.b{x:2}}@media print{${scope}{.a{x:3}}}${scope}{.c{x:4}}`,
    );
  });

  it('leaves what names things for the whole document outside, and drops variables of the root', () => {
    const css =
      '@layer theme,utilities;@property --x{inherits:false}@keyframes spin{to{rotate:1turn}}:root,:host{--a:1px}.c{d:e}';
    expect(scopeCss(css, 'cart')).toBe(
      `@layer theme,utilities;@property --x{inherits:false}@keyframes spin{to{rotate:1turn}}${scope}{.c{d:e}}`,
    );
  });

  it('is not confused by braces and semicolons in strings, comments and escapes', () => {
    const rules = ['.a::before{content:"}{;"}', ".b{background:url('x;y')}", '.c\\:d\\;e{f:g}'];
    expect(topLevelRules(`/* } */${rules.join('')}`)).toEqual(rules);
  });
});
