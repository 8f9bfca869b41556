import { parseCivilDate } from '@fajiao/kernel';
import type { OffenceItem, Rulebook } from '@fajiao/rulebook';
import { competingBy, identityOf } from './competing';
import { competingFines, type ReservedAct } from './party-acts';
import { rulebook } from '../spec-support/play.fixture.spec';
import { businessParty, citizenParty } from '../spec-support/steps.fixture.spec';

/** The catalogue, with the provision that the offence against minors names as competing. */
const catalogue = {
  find: (code: string, on: Parameters<typeof rulebook.catalogue.find>[1]): OffenceItem | undefined => {
    const [named] = rulebook.catalogue.find('CT-MINOR-123', on)?.competing ?? [];
    const item = rulebook.catalogue.find('CT-NET-31-1', on);
    return code === 'CT-NET-31-2' ? item && named && { ...item, ...named, code } : rulebook.catalogue.find(code, on);
  },
};
const compete = competingBy({ catalogue } as Pick<Rulebook, 'catalogue'>);

const act = (offence: string, from: string, to = from): ReservedAct => ({
  caseId: `${offence} ${from}`,
  offence,
  from: parseCivilDate(from),
  to: parseCivilDate(to),
});

describe('two fines compete', () => {
  it.each([
    ['the same offence on the same day', act('CT-NET-31-1', '2023-09-09'), true],
    ['a continuing act that covers the day', act('CT-NET-31-1', '2023-09-01', '2023-09-09'), true],
    ['the same offence the day before', act('CT-NET-31-1', '2023-09-08'), false],
    ['an offence that nobody says competes', act('CT-ENT-48-5', '2023-09-09'), false],
  ])('%s', (_what, other, expected) => {
    const one = { ...act('CT-NET-31-1', '2023-09-09'), caseId: 'one' };
    expect(competingFines(one, { reserved: [other] }, compete).length > 0).toBe(expected);
  });

  it('when one offence names the other’s provision, whichever came first', () => {
    const minors = act('CT-MINOR-123', '2023-09-09');
    const net = act('CT-NET-31-2', '2023-09-09');
    expect(competingFines(minors, { reserved: [net] }, compete)).toEqual([
      { caseId: net.caseId, offence: net.offence },
    ]);
    expect(competingFines(net, { reserved: [minors] }, compete)).toHaveLength(1);
  });

  it('never with the case itself', () => {
    const one = act('CT-NET-31-1', '2023-09-09');
    expect(competingFines(one, { reserved: [one] }, compete)).toEqual([]);
  });
});

describe('a party', () => {
  it('is the same under another name, and no citizen is an organisation', () => {
    expect(identityOf({ ...businessParty, name: '改名后的网络中心' })).toBe(identityOf(businessParty));
    expect(identityOf(citizenParty)).toMatch(/^citizen:/);
  });
});
