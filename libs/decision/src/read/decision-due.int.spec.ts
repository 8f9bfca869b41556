import { StreamNotFound } from '@fajiao/event-store';
import { parseCivilDate, WorkingCalendar } from '@fajiao/kernel';
import type { StreamFact } from '@fajiao/projections';
import { type ProjectionStage, projectionStage } from '../../../../test/support/projections';
import { decisionPolicies } from '../application/decision.policies';
import type { CaseEvent } from '../domain/events';
import { cases } from '../domain/evolve';
import { openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { upTo } from '../spec-support/steps.fixture.spec';
import { decisionDue, type DueDeps, recountDue } from './decision-due.projection';
import { DecisionDue } from './decision-due.queries';

const noYear = new WorkingCalendar([]);

describe('the list of what is due', () => {
  let stage: ProjectionStage;
  let desk: Desk;

  beforeEach(async () => {
    desk = openDesk();
    stage = await projectionStage({
      ...{ login: 'decision', projections: [decisionDue(desk.deps)], policies: decisionPolicies(desk.deps) },
    });
  });
  afterEach(() => stage.close());

  const project = (caseId: string, deps: DueDeps) =>
    stage.dataSource.transaction(async (manager) => {
      await manager.query('SET LOCAL search_path TO decision_due');
      await decisionDue(deps).apply({ stream: `case-${caseId}` } as StreamFact<CaseEvent>, manager);
    });
  const listed = async () => {
    const { items } = await new DecisionDue(stage.dataSource).list({ limit: 20 }, parseCivilDate('2023-09-12'));
    return items.map(({ clock, due, notBefore, state }) => [clock, due, notBefore, state]);
  };
  const filed = async (): Promise<Sender> => {
    const sender = new Sender(desk);
    await sender.sendAll(upTo('filed'));
    return sender;
  };

  it('shows a term that rests on an unknown year, and counts it anew when the year is loaded', async () => {
    const { caseId = '' } = await filed();
    await project(caseId, { ...desk.deps, calendar: noYear });
    expect(await listed()).toEqual([['fileBy', null, '2023-09-18', 'unknown']]);
    expect(await recountDue(desk.deps, stage.dataSource)).toBe(1);
    expect(await listed()).toEqual([['fileBy', '2023-09-20', '2023-09-20', 'running']]);
    expect(await recountDue(desk.deps, stage.dataSource)).toBe(0);
  });

  it('keeps what was folded from the later history, whichever transaction comes last', async () => {
    const sender = await filed();
    const { caseId = '' } = sender;
    const before = await desk.deps.handler.load(cases, caseId);
    await sender.sendAll(upTo('approved').slice(1));
    await project(caseId, desk.deps);
    const asOfBefore = Object.assign(Object.create(desk.deps.handler) as typeof desk.deps.handler, {
      load: () => Promise.resolve(before),
    });
    await project(caseId, { ...desk.deps, handler: asOfBefore });
    expect((await listed()).map(([clock]) => clock)).toEqual(['decideBy']);
  });

  it('leaves a transaction that cannot read the history without a trace', async () => {
    const { caseId = '' } = await filed();
    const failing = Object.assign(Object.create(desk.deps.handler) as typeof desk.deps.handler, {
      load: () => Promise.reject(new StreamNotFound('case-x')),
    });
    await expect(project(caseId, { ...desk.deps, handler: failing })).rejects.toThrow(StreamNotFound);
    expect(await listed()).toEqual([]);
  });
});
