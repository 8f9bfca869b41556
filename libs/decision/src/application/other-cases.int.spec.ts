import { changed } from '../spec-support/other-steps.fixture.spec';
import { codesOf, openDesk, Sender, type Desk } from '../spec-support/desk.fixture.spec';
import { citizenParty, organisationParty, straightCase, upTo } from '../spec-support/steps.fixture.spec';

const { filed, approved, inspected, concluded, decided } = straightCase;

async function sent(desk: Desk, steps: Parameters<Sender['sendAll']>[0]) {
  const sender = new Sender(desk);
  const last = await sender.sendAll(steps);
  return { sender, last: last!, caseId: sender.caseId! };
}

describe('what other cases have to do with an act', () => {
  it('a filing is warned of a fine for the same act, in its answer', async () => {
    const desk = openDesk();
    const { caseId } = await sent(desk, upTo('decided'));
    const { last } = await sent(desk, [filed]);
    expect(last.warnings).toEqual([{ code: 'fine.twice-for-one-act', source: 'APL-29', detail: { cases: caseId } }]);
    expect((await sent(openDesk(), [filed])).last.warnings).toEqual([]);
  });

  it('a party that was fined for such an act before is not spared for a first time', async () => {
    const desk = openDesk();
    await sent(desk, upTo('decided'));
    const later = upTo('waived').map((step) => (step.act === 'file' ? changed(step, { actDate: '2023-09-10' }) : step));
    const spared = {
      ...decided,
      act: 'decide-no-penalty',
      data: {
        ground: 'first-time-slight-corrected',
        found: ['first-time', 'slight-harm', 'corrected'],
        education: '已教育',
      },
    };
    const { sender } = await sent(desk, later);
    expect(await codesOf(sender.send(spared))).toEqual(['no-penalty.not-first-time']);
    const other = await sent(openDesk(), later);
    await other.sender.send(spared);
  });

  it('a person responsible is filed beside the organisation’s case, whose conclusion tells that one is due', async () => {
    const desk = openDesk();
    const agency = changed(filed, { party: organisationParty, offence: 'CT-TOUR-98' });
    const suspended = changed(concluded, {
      proposal: {
        penalties: [
          { kind: 'fine', fen: 5_000_000 },
          { kind: 'suspension', months: 1 },
        ],
        tier: '一般',
      },
    });
    const { caseId, last } = await sent(desk, [agency, approved, inspected, suspended]);
    expect(last.warnings).toEqual([
      {
        code: 'responsible-persons.due',
        source: '旅游法第九十八条',
        detail: { who: '直接负责的主管人员和其他直接责任人员' },
      },
    ]);
    const person = changed(filed, { party: citizenParty, offence: 'CT-TOUR-98', beside: caseId });
    await sent(desk, [person]);
    const sender = new Sender(desk);
    const nowhere = '0b6f0d3e-5a52-5c3e-9d0e-3f4b8a1c2d00';
    expect(await codesOf(sender.send(changed(person, { beside: nowhere })))).toEqual([
      'filing.organisation-case-unknown',
    ]);
    expect(await codesOf(sender.send(changed(person, { beside: caseId, actDate: '2023-09-08' })))).toEqual([
      'filing.organisation-case-unknown',
    ]);
  });

  it('evidence whose file nobody has put is warned of', async () => {
    const { last } = await sent(openDesk(), [filed, approved, inspected]);
    expect(last.warnings).toEqual([
      { code: 'attachment.not-stored', source: 'APL-46', detail: { sha256: inspected.data.sha256 } },
    ]);
  });
});

describe('a party that was fined before', () => {
  const lowest = changed(concluded, { proposal: { penalties: [{ kind: 'warning' }], tier: '轻微' } });
  const again = (day: string) => [changed(filed, { actDate: day }), approved, inspected];

  it('is not weighed in a tier for the first time: what other cases reserved is asked', async () => {
    const desk = openDesk();
    const { caseId } = await sent(desk, upTo('decided'));
    const { sender } = await sent(desk, again('2023-09-10'));
    expect(await codesOf(sender.send(lowest))).toEqual(['discretion.repeated']);
    await sender.send(concluded);
    const other = await sent(desk, again('2023-09-08')); // before the act that was fined
    expect((await other.sender.send(lowest)).caseId).not.toBe(caseId);
  });
});
