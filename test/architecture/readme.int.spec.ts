import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withConfigurationTable } from '@fajiao/platform';

const README = readFileSync(join(resolve(__dirname, '../..'), 'README.md'), 'utf8');

describe('the README', () => {
  it('shows the two commands that are the front door', () => {
    expect(README).toContain('\nnpm ci && npm start\n');
    expect(README).toContain('\nnpm ci && npm test\n');
  });

  it('tells every variable as it is declared', () => {
    expect(withConfigurationTable(README)).toBe(README);
  });
});
