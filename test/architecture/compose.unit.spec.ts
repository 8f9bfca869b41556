import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { configurationTable } from '@fajiao/platform';

const ROOT = resolve(__dirname, '../..');
const COMPOSE = readFileSync(join(ROOT, 'docker/compose.yaml'), 'utf8');
const APPS = ['audit', 'collection', 'decision', 'disclosure', 'worker'];

describe('the compose file', () => {
  it('starts programs that the build makes', () => {
    const programs = [...COMPOSE.matchAll(/['"]dist\/([^'"]+)\.js['"]/g)].map(([, path = '']) => path);
    expect(programs.sort()).toEqual(
      [...APPS.map((app) => `apps/${app}/src/main`), 'apps/standalone/src/migrate'].sort(),
    );
    for (const program of programs) expect(existsSync(join(ROOT, `${program}.ts`))).toBe(true);
  });

  it('sets variables that the system reads', () => {
    const known = [...configurationTable().matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    const set = [...COMPOSE.matchAll(/^ +([A-Z][A-Z_]+):/gm)].map(([, name = '']) => name);
    const ours = set.filter((name) => !/^(POSTGRES_|EVENTSTORE_(?!URL$|PREFIX$))/.test(name));
    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('gives each app its own login, and keeps EventStoreDB running', () => {
    for (const app of APPS) {
      const service = COMPOSE.split(new RegExp(`^  ${app}:$`, 'm'))[1]?.split(/^ {2}\w+:$/m)[0] ?? '';
      expect(
        [...service.matchAll(/(\w+)_DATABASE_URL: postgresql:\/\/fajiao_(\w+):/g)].map(([, , login]) => login),
      ).toEqual([app]);
    }
    expect(COMPOSE).toMatch(/^ {2}eventstore:\n(?: {4}.*\n)*? {4}restart: always$/m);
  });
});
