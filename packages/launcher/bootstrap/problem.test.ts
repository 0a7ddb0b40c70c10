import { describe, expect, it } from 'vitest';
import { explain } from './problem.mjs';

describe('explain', () => {
  it.each([
    ['npm error code ENOTFOUND', /registry cannot be reached/, /network/],
    ['ERR_PNPM_META_FETCH_FAIL  GET package: request failed', /registry cannot be reached/, /proxy/],
    ['ENOSPC: no space left on device, write', /disk is full/, /Free at least/],
  ])('turns %s into a message with a remedy', (output, message, remedy) => {
    const problem = explain('Installing dependencies', output);
    expect(problem.message).toMatch(message);
    expect(problem.remedy).toMatch(remedy);
  });

  it('shows the last lines of anything else and where the rest is', () => {
    const output = Array.from({ length: 60 }, (_, index) => `line ${index}`).join('\n');
    const problem = explain('Building', output, 'build.log');
    expect(problem.message).toContain('line 59');
    expect(problem.message).not.toContain('line 30\n');
    expect(problem.remedy).toContain('build.log');
  });
});
