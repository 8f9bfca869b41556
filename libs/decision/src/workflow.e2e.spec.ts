import { readFileSync } from 'node:fs';
import { httpStage, type HttpStage } from './spec-support/http-stage.fixture.spec';
import { CHART } from './spec-support/workflow-chart.fixture.spec';

describe('the chart of the procedure', () => {
  let stage: HttpStage;

  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  it('is served to everybody', async () => {
    expect(await stage.text('/workflow.svg', {})).toEqual({ status: 200, text: readFileSync(CHART, 'utf8') });
  });
});
