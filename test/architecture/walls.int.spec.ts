import { execFileSync, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const RULES = join(ROOT, '.dependency-cruiser.cjs');

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function violationsIn(folder: string, places: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, '--config', RULES, '--output-type', 'json', ...places],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (!stdout.startsWith('{')) throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
  if (summary.totalCruised === 0) throw new Error(`nothing was read in ${folder}`);
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

describe('the walls between the libs', () => {
  it('stand in the whole project', () => {
    expect(violationsIn(ROOT, ['apps', 'libs', 'test'])).toEqual([]);
  });

  it.each([
    ['direct', 'wall', 'libs/decision/src/index.ts → libs/collection/src/index.ts'],
    ['through-a-third-lib', 'wall', 'libs/decision/src/index.ts → libs/collection/src/index.ts'],
    ['dynamic-import', 'wall', 'libs/decision/src/index.ts → libs/collection/src/index.ts'],
    ['type-only-import', 'wall', 'libs/decision/src/index.ts → libs/collection/src/index.ts'],
    ['case-asks-the-register', 'wall', 'libs/decision/src/index.ts → libs/registry/src/index.ts'],
    ['behind-the-door', 'one-door', 'libs/decision/src/index.ts → libs/kernel/src/inner.ts'],
    ['documents-know-a-context', 'documents-know-no-case', 'libs/documents/src/index.ts → libs/decision/src/index.ts'],
    [
      'attachments-know-a-case',
      'platform-and-store-know-no-context',
      'libs/attachments/src/index.ts → libs/decision/src/index.ts',
    ],
    ['impure-domain', 'domain-is-pure', 'libs/decision/src/domain/law.ts → fs'],
    ['auditor-imports-a-context', 'audit-knows-no-context', 'libs/audit/src/index.ts → libs/decision/src/index.ts'],
  ])('catch the sample violation “%s”', (sample, rule, edge) => {
    expect(violationsIn(join(__dirname, 'violations', sample), ['libs'])).toContain(`${rule}: ${edge}`);
  });

  it('leave the top level as it was agreed', () => {
    const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).split('\n').filter(Boolean);
    const folders = new Set(tracked.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''));
    expect([...folders].filter((name) => !name.startsWith('.')).sort()).toEqual(['apps', 'docker', 'libs', 'test']);
  });
});
