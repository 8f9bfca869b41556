import { readFileSync } from 'node:fs';
import { caseActs } from './domain/case-acts';
import { CHART, drawn } from './spec-support/workflow-chart.fixture.spec';

describe('the chart of the procedure that is served', () => {
  const chart = readFileSync(CHART, 'utf8');

  it('is the one that the rules make now (draw it anew: npm run workflow)', async () => {
    expect((await drawn()) === chart).toBe(true);
  }, 120_000);

  it('shows every act', () => {
    const shown = [...chart.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => title!.replaceAll('&#45;', '-'));
    expect(caseActs.map(({ name }) => name).filter((act) => !shown.includes(act))).toEqual([]);
  });
});
