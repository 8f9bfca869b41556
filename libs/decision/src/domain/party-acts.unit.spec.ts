import type { Fact } from '@fajiao/kernel';
import { parseCivilDate } from '@fajiao/kernel';
import {
  earlierFines,
  isReserved,
  partyActs,
  releaseAct,
  reserveAct,
  type Compete,
  type PartyActs,
  type PartyActsEvent,
  type ReservedAct,
} from './party-acts';

/** Acts of one party, each with the case that fines it (APL-29). */
const act = (caseId: string, from: string, to = from, offence = 'CT-NET-31-1'): ReservedAct => ({
  caseId,
  offence,
  from: parseCivilDate(from),
  to: parseCivilDate(to),
});
const sameOffence: Compete = (one, other) => one.offence === other.offence;
const reserved = (of: ReservedAct): PartyActsEvent => ({ type: 'ActReserved', data: of });
const released = (caseId: string): PartyActsEvent => ({ type: 'ActReleased', data: { caseId } });
const after = (...events: readonly PartyActsEvent[]): PartyActs =>
  events.reduce((state, event) => partyActs.evolve(state, event as Fact<PartyActsEvent>), partyActs.initial);

const night = act('case-1', '2023-09-09');

describe('one fine for one act (APL-29)', () => {
  it('reserves the act of the first case that is about to fine it', () => {
    expect(reserveAct(night, after(), sameOffence)).toEqual({ events: [reserved(night)] });
  });

  it('refuses the fine of another case for the same act, and says which cases fine it', () => {
    const twice = after(reserved(night), reserved(act('case-2', '2023-09-08', '2023-09-10')));
    expect(reserveAct(act('case-3', '2023-09-09'), twice, sameOffence)).toEqual({
      refused: [{ code: 'fine.twice-for-one-act', source: 'APL-29', detail: { cases: 'case-1, case-2' } }],
    });
  });

  it('lets another case fine what the party did on another day, or otherwise', () => {
    const state = after(reserved(night));
    for (const other of [
      act('case-2', '2023-09-08'),
      act('case-2', '2023-09-10'),
      act('case-2', '2023-09-09', '2023-09-09', 'CT-ENT-48-5'),
    ])
      expect(reserveAct(other, state, sameOffence)).toEqual({ events: [reserved(other)] });
  });

  it('refuses it where the days of two continuing acts only touch', () => {
    const state = after(reserved(act('case-1', '2023-09-05', '2023-09-09')));
    for (const other of [act('case-2', '2023-09-09', '2023-09-12'), act('case-2', '2023-09-01', '2023-09-05')])
      expect(reserveAct(other, state, sameOffence)).toMatchObject({ refused: [{ detail: { cases: 'case-1' } }] });
  });

  it('reserves nothing twice for the same case', () => {
    const state = after(reserved(act('case-0', '2022-01-01')), reserved(night));
    expect(isReserved('case-1', state)).toBe(true);
    expect(reserveAct(night, state, sameOffence)).toEqual({ events: [] });
  });

  it('releases the act of a case that ends without a fine, and of no other', () => {
    const other = act('case-2', '2023-10-01');
    const state = after(reserved(night), reserved(other));
    expect(releaseAct('case-1', state)).toEqual({ events: [released('case-1')] });
    const left = after(reserved(night), reserved(other), released('case-1'));
    expect([isReserved('case-1', left), isReserved('case-2', left)]).toEqual([false, true]);
    expect(reserveAct(act('case-3', '2023-09-09'), left, sameOffence)).toEqual({
      events: [reserved(act('case-3', '2023-09-09'))],
    });
  });

  it('has nothing to release for a case that fined nothing, or that was released before', () => {
    expect(releaseAct('case-1', after())).toEqual({ events: [] });
    expect(releaseAct('case-1', after(reserved(night), released('case-1')))).toEqual({ events: [] });
  });
});

describe('a party that breaks a rule for the first time (APL-33)', () => {
  const earlier = (...others: readonly ReservedAct[]) => earlierFines(night, after(...others.map(reserved)));

  it('was not fined by another case for an earlier act against the same provision', () => {
    expect(earlier()).toEqual([]);
    expect(earlier(act('case-0', '2023-09-08'))).toEqual([
      { caseId: 'case-0', offence: 'CT-NET-31-1', until: '2023-09-08' },
    ]);
    expect(earlier(act('case-0', '2023-09-01', '2023-09-08'))).toHaveLength(1);
  });

  it('is so still after the fine of an act of the same or a later day, of another provision, or of this case', () => {
    expect(earlier(act('case-0', '2023-09-09'))).toEqual([]);
    expect(earlier(act('case-0', '2023-09-01', '2023-09-09'))).toEqual([]);
    expect(earlier(act('case-0', '2023-09-10'))).toEqual([]);
    expect(earlier(act('case-0', '2023-09-08', '2023-09-08', 'CT-NET-31-2'))).toEqual([]);
    expect(earlier(act('case-1', '2023-09-08'))).toEqual([]);
  });
});
