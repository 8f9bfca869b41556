import { decide } from '../act';
import { archiveCase } from '../acts';
import {
  closed,
  concluded,
  courtSought,
  deferred,
  demandIssued,
  enforcementResumed,
  enforcementSuspended,
  enforcementTerminated,
  heardOnDemand,
  instalments,
  paid,
  revokedByOwn,
  sought,
  stayed,
} from '../../spec-support/after-service.fixture.spec';
import { at, proposing } from '../../spec-support/other-steps.fixture.spec';
import { attempt, contextOf, play } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { majorUpTo, straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const served = upTo('served');
const demanded = [...served, demandIssued('2023-10-20')];
/** The terms of the remedies are over on 2024-03-28, that of the application on 2024-06-28. */
const applied = [...demanded, courtSought('2024-04-01')];
const warned = [
  ...upTo('questioned'),
  { ...straightCase.concluded, data: proposing({ penalties: [{ kind: 'warning' }], tier: '轻微' }) },
  straightCase.noticed,
  straightCase.waived,
  straightCase.decided,
  straightCase.served,
];

describe('it is refused, of easier terms:', () => {
  itIsRefused([
    {
      title: 'a deferral before service',
      given: upTo('decided'),
      attempt: deferred('2023-09-28', '2024-03-05'),
      refused: ['decision.not-served APL-61', 'fine.none APL-67'],
    },
    {
      title: 'a deferral of nothing',
      given: warned,
      attempt: deferred('2023-10-09', '2024-03-05'),
      refused: ['fine.none APL-67'],
    },
    {
      title: 'a demand of a fine that was changed away',
      given: [
        ...served,
        sought('2023-10-09'),
        concluded('2023-12-01', 'changed', { penalties: [{ kind: 'warning' }] }),
      ],
      attempt: demandIssued('2023-12-04'),
      refused: ['fine.none APL-67'],
    },
    {
      title: 'a deferral to before the present end',
      given: served,
      attempt: deferred('2023-10-09', '2023-10-13'),
      refused: ['term.not-later APL-66'],
    },
    {
      title: 'a deferral to a day that has gone by',
      given: served,
      attempt: deferred('2023-11-01', '2023-10-20'),
      refused: ['term.not-later APL-66'],
    },
    {
      title: 'instalments that are not the fine',
      given: served,
      attempt: instalments('2023-10-09', [
        ['2023-11-30', 200000],
        ['2023-12-29', 299999],
      ]),
      refused: ['instalments.not-the-fine APL-66'],
    },
    {
      title: 'instalments out of order',
      given: served,
      attempt: instalments('2023-10-09', [
        ['2023-12-29', 200000],
        ['2023-11-30', 300000],
      ]),
      refused: ['instalments.out-of-order APL-66'],
    },
    {
      title: 'a single instalment',
      given: served,
      attempt: instalments('2023-10-09', [['2023-12-29', 500000]]),
      refused: ['instalments.out-of-order APL-66'],
    },
    {
      title: 'instalments that end before the present term',
      given: [...served, deferred('2023-10-09', '2024-03-05')],
      attempt: instalments('2023-10-10', [
        ['2023-11-30', 200000],
        ['2023-12-29', 300000],
      ]),
      refused: ['term.not-later APL-66'],
    },
    {
      title: 'a deferral of a decision that has fallen',
      given: [...served, revokedByOwn('2023-10-09')],
      attempt: deferred('2023-10-10', '2024-03-05'),
      refused: ['decision.fallen APL-75'],
    },
  ]);

  it('a deferral of what is paid', () => {
    const { refused } = attempt(deferred('2023-10-10', '2024-03-05'), paid(play(served), '2023-10-09'));
    expect(refused).toEqual([{ code: 'fine.paid', source: 'APL-66', detail: { paidOn: '2023-10-09' } }]);
  });
});

describe('it is refused, of enforcement:', () => {
  itIsRefused([
    {
      title: 'a demand within the term of payment',
      given: served,
      attempt: demandIssued('2023-10-13'),
      refused: ['payment.term-open ACL-54, APL-72'],
    },
    {
      title: 'a demand while execution is stayed',
      given: [...served, sought('2023-10-09'), stayed('2023-10-10')],
      attempt: demandIssued('2023-10-20'),
      refused: ['enforcement.stayed APL-73'],
    },
    {
      title: 'the execution of a suspension while it is stayed',
      given: [...majorUpTo('served'), sought('2024-04-10'), stayed('2024-04-11')],
      attempt: {
        at: at('2024-04-12'),
        by: 'officer-1',
        act: 'execute-other-penalty',
        data: { penalty: 'suspension', how: '停业' },
      },
      refused: ['enforcement.stayed APL-73'],
    },
    {
      title: 'a statement on a demand that was never issued',
      given: served,
      attempt: heardOnDemand('2023-10-20'),
      refused: ['demand.missing ACL-54'],
    },
    {
      title: 'an application to the court without a demand',
      given: served,
      attempt: courtSought('2024-04-01'),
      refused: ['demand.missing ACL-54'],
    },
    {
      title: 'an application within the term of the demand',
      given: [...served, demandIssued('2024-03-29')],
      attempt: courtSought('2024-04-01'),
      refused: ['demand.term-open ACL-54'],
    },
    {
      title: 'an application while a suit may still be brought',
      given: demanded,
      attempt: courtSought('2024-03-28'),
      refused: ['court.remedy-open ACL-53'],
    },
    {
      title: 'an application while a remedy is pending',
      given: [...demanded, sought('2023-11-20')],
      attempt: courtSought('2024-04-01'),
      refused: ['remedy.pending internal control', 'court.remedy-open ACL-53'],
    },
    {
      title: 'an application for what reconsideration changed',
      given: [
        ...served,
        sought('2023-10-09'),
        concluded('2023-12-01', 'changed', { penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }] }),
        demandIssued('2023-12-04'),
      ],
      attempt: courtSought('2024-01-02'),
      refused: ['court.not-ours ARL-78'],
    },
    {
      title: 'an application too late',
      given: demanded,
      attempt: courtSought('2024-07-01'),
      refused: ['court.term-expired ACL-53'],
    },
    {
      title: 'a second application',
      given: applied,
      attempt: courtSought('2024-04-02'),
      refused: ['court.already-sought ACL-53'],
    },
    {
      title: 'an application without the party’s opinion',
      given: demanded,
      attempt: courtSought('2024-04-01', { objectState: '银行存款' }),
      refused: ['court.opinion-missing ACL-55'],
    },
    {
      title: 'a suspension on a ground that the law does not know',
      given: served,
      attempt: enforcementSuspended('2023-10-20', '领导要求'),
      refused: ['enforcement.unknown-ground ACL-39'],
    },
    {
      title: 'a suspension on the open ground without a reason',
      given: served,
      attempt: enforcementSuspended('2023-10-20', 'other'),
      refused: ['enforcement.reason-missing ACL-39'],
    },
    {
      title: 'a demand while enforcement is suspended',
      given: [...served, enforcementSuspended('2023-10-20')],
      attempt: demandIssued('2023-10-23'),
      refused: ['enforcement.suspended ACL-39'],
    },
    {
      title: 'resuming what is not suspended',
      given: served,
      attempt: enforcementResumed('2023-10-20'),
      refused: ['enforcement.not-suspended ACL-39'],
    },
    {
      title: 'giving up after less than three years of suspension',
      given: [...served, enforcementSuspended('2023-10-20')],
      attempt: enforcementTerminated('2026-10-20', 'suspended-three-years'),
      refused: ['enforcement.suspension-too-short ACL-39'],
    },
    {
      title: 'giving up for a revocation that never was',
      given: served,
      attempt: enforcementTerminated('2023-10-20', 'decision-revoked'),
      refused: ['enforcement.decision-not-revoked ACL-40'],
    },
    {
      title: 'a demand after enforcement was terminated',
      given: [...served, enforcementTerminated('2023-10-20')],
      attempt: demandIssued('2023-10-23'),
      refused: ['enforcement.ended ACL-40'],
    },
  ]);
});

describe('what is refused above', () => {
  it('is possible once it is lawful', () => {
    const steps = [
      [...demanded, heardOnDemand('2023-10-23'), courtSought('2024-04-01', { objectState: '银行存款' })],
      [
        ...served,
        enforcementSuspended('2023-10-20', 'other', { reason: '当事人重病' }),
        enforcementResumed('2023-11-20'),
      ],
      [...served, enforcementSuspended('2023-10-20'), enforcementTerminated('2026-10-21', 'suspended-three-years')],
      [...served, revokedByOwn('2023-10-09'), enforcementTerminated('2023-10-20', 'decision-revoked')],
      [
        ...served,
        enforcementTerminated('2023-10-20', '公民死亡，无遗产可供执行，又无义务承受人'),
        closed('2023-10-23'),
      ],
      [...warned, closed('2023-10-09')],
      [...served, sought('2023-10-09'), concluded('2023-12-01', 'void'), closed('2023-12-04')],
    ];
    for (const given of steps) expect(() => play(given)).not.toThrow();
  });

  it('is not archived while its record cannot be read in full', () => {
    const { state } = play([...served, revokedByOwn('2023-10-09'), closed('2023-10-10')]);
    const archive = { at: at('2023-10-11'), by: 'officer-1', act: 'archive' };
    expect(decide(archiveCase, {}, state, { ...contextOf(archive), record: [] })).toEqual({
      refused: [{ code: 'archive.history-unread', source: 'internal control' }],
    });
  });
});
