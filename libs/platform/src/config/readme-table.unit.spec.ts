import { configurationTable, withConfigurationTable } from './readme-table';
import { variables } from './variables';

const EMPTY = 'before\n<!-- configuration: generated, do not edit -->\n<!-- /configuration -->\nafter\n';

describe('the configuration table of the README', () => {
  it('has a row for every variable', () => {
    const rows = configurationTable()
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows).toHaveLength(Object.keys(variables).length);
    expect(rows).toContain(
      '| `PORT` | `3000` | Port to listen on; 0 takes a free one. Takes an integer from 0 to 65535. |',
    );
    expect(rows.find((row) => row.startsWith('| `DATABASE_URL`'))).toContain('never printed');
  });

  it('is put between its markers, and stays as it is once it is there', () => {
    const readme = withConfigurationTable(EMPTY);
    expect(readme).toContain(configurationTable());
    expect(readme.startsWith('before\n')).toBe(true);
    expect(readme.endsWith('-->\nafter\n')).toBe(true);
    expect(withConfigurationTable(readme)).toBe(readme);
  });

  it('needs its markers', () => {
    expect(() => withConfigurationTable('no markers')).toThrow('the README needs the lines');
  });
});
