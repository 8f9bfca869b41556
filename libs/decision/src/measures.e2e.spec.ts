import {
  confirmation,
  correctionOrder,
  handOver,
  lifting,
  preserved,
  reinspection,
  resolved,
  sampling,
  seized,
  seizedUrgently,
  seizureApproved,
  seizureExtension,
  tested,
  testing,
  unlicensed,
} from './spec-support/measures.fixture.spec';
import { type Answer, type HttpStage, httpStage } from './spec-support/http-stage.fixture.spec';
import type { Step } from './spec-support/play.fixture.spec';

/** Where each act is sent to; what stands in the path is no part of the body. */
const PATHS: Readonly<Record<string, string>> = {
  'preserve-evidence': 'preservations',
  'resolve-preservation': 'preservation-outcome',
  'hand-over-evidence': 'evidence/{evidence}/custody',
  'sample-evidence': 'samples',
  'approve-seizure': 'seizure-approval',
  seize: 'seizures',
  'confirm-seizure': 'seizures/{seizure}/confirmation',
  'extend-seizure': 'seizures/{seizure}/extension',
  'begin-testing': 'seizures/{seizure}/testing',
  'end-testing': 'seizures/{seizure}/testing-result',
  'lift-seizure': 'seizures/{seizure}/lifting',
  'dispose-seized': 'seizures/{seizure}/disposal',
  'order-correction': 'correction-orders',
  'inspect-correction': 'correction-orders/{order}/inspections',
};

describe('measures over HTTP', () => {
  let stage: HttpStage;
  beforeAll(async () => {
    stage = await httpStage();
  });
  afterAll(() => stage.close());

  async function sent(steps: readonly Step[]): Promise<{ caseId: string; last: Answer }> {
    const { caseId, etag, answer } = await stage.play(unlicensed);
    let tag = etag;
    let last = answer;
    for (const step of steps) {
      last = await send(step, caseId, tag);
      tag = last.headers.get('etag') ?? tag;
    }
    return { caseId, last };
  }

  function send({ act, at, by, data = {} }: Step, caseId: string, etag: string): Promise<Answer> {
    const body: Record<string, unknown> = { ...data };
    const path = (PATHS[act] ?? '').replace(/\{(\w+)\}/, (_, name: string) => {
      const number = String(body[name]);
      delete body[name];
      return number;
    });
    return stage.call(`/cases/${caseId}/${path}`, { as: by, at, body, headers: { 'if-match': etag } });
  }

  it('are taken, and shown with their clocks', async () => {
    const { caseId, last } = await sent([
      preserved,
      correctionOrder,
      seizureApproved,
      handOver,
      sampling,
      seized,
      resolved('2023-09-15'),
      testing('2023-09-20', { institution: '示例鉴定机构', what: '主机', until: '2023-09-25' }),
      reinspection('2023-09-21', false),
      tested('2023-09-25', { result: '用于违法经营' }),
      seizureExtension('2023-10-10', { reasons: '案情复杂' }),
      lifting('2023-10-20', { ground: 'no-longer-needed' }),
    ]);
    expect([last.status, last.body['events']]).toEqual([
      201,
      [{ type: 'SeizureLifted', revision: expect.any(Number) as unknown }],
    ]);
    const { body } = await stage.call(`/cases/${caseId}`, { as: 'auditor-1', at: '2023-10-21T09:00+08:00' });
    expect(body).toMatchObject({
      samples: [{ items: ['光盘3张'] }],
      preservations: [{ resolved: { outcome: 'recorded-and-returned' }, lapsed: false }],
      seizures: [{ basis: 'net-cafe', ended: { ground: 'no-longer-needed' }, lapsedSince: null }],
      correctionOrders: [{ overdue: true, inspections: [{ corrected: false }] }],
    });
    const { body: clocks } = await stage.call(`/cases/${caseId}/clocks`, {
      as: 'officer-1',
      at: '2023-10-21T09:00+08:00',
    });
    const listed = clocks['clocks'] as readonly Record<string, unknown>[];
    expect(listed.filter(({ subject }) => subject !== undefined)).toMatchObject([
      { name: 'preservationResolveBy', state: 'met', due: '2023-09-22', subject: 1 },
      { name: 'seizureEnds', state: 'met', due: '2023-11-18', subject: 1 },
    ]);
  });

  it('that could not wait are answered by a head', async () => {
    const { last } = await sent([seizedUrgently, confirmation('2023-09-15', { confirmed: true }, '10:00')]);
    expect(last.status).toBe(201);
  });

  it('are refused with code and source where the law is not kept', async () => {
    const { last } = await sent([seized]);
    expect([last.status, last.body['code'], last.body['source']]).toEqual([409, 'seizure.not-approved', 'ACL-18']);
    const wrong = await sent([{ ...seizureApproved, by: 'officer-1' }]);
    expect([wrong.last.status, wrong.last.body['code']]).toEqual([403, 'role.not-allowed']);
    const unknown = await sent([{ ...preserved, data: { ...preserved.data, items: [] } }]);
    expect(unknown.last.status).toBe(422);
  });
});
