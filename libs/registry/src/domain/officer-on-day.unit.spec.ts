import type { OfficerEvent } from '@fajiao/contracts';
import { addDays, type CivilDate, parseCivilDate } from '@fajiao/kernel';
import fc from 'fast-check';
import { fold } from '../spec-support/facts.fixture.spec';
import { certificateOn, officerOn } from './officer-on-day';
import { officers } from './officer';

const day = (text: string): CivilDate => parseCivilDate(text);
const BUREAU = { id: 'bureau', kind: 'bureau' } as const;
const TOWNSHIP = { id: 'longquan', kind: 'township' } as const;

const registered: OfficerEvent = {
  type: 'OfficerRegistered',
  data: { name: '示例执法人员', roles: ['officer'], unit: BUREAU, from: day('2023-01-10') },
};
const issued = (no: string, validUntil: string, validFrom?: string): OfficerEvent => ({
  type: 'CertificateIssued',
  data: { no, validUntil: day(validUntil), ...(validFrom !== undefined && { validFrom: day(validFrom) }) },
});
const withdrawn = (no: string, on: string): OfficerEvent => ({
  type: 'CertificateWithdrawn',
  data: { no, on: day(on), reason: '调离执法岗位' },
});
const suspended = (no: string, from: string, until?: string): OfficerEvent => ({
  type: 'CertificateSuspended',
  data: { no, from: day(from), reason: '年度考试不合格', ...(until !== undefined && { until: day(until) }) },
});
const restored = (no: string, on: string): OfficerEvent => ({
  type: 'CertificateRestored',
  data: { no, on: day(on), reason: '补考合格' },
});

const on = (text: string, ...events: readonly OfficerEvent[]) => officerOn('o', fold(officers, events), day(text));
const certificate = (text: string, ...events: readonly OfficerEvent[]) => on(text, registered, ...events)?.certificate;

describe('an officer on a day', () => {
  it('is there from the first day of service to the last, both included', () => {
    const left: OfficerEvent = { type: 'OfficerLeft', data: { lastDay: day('2023-06-30'), reason: '退休' } };
    const back: OfficerEvent = { ...registered, data: { ...registered.data, from: day('2024-01-01') } };
    const there = (text: string) => on(text, registered, left, back) !== undefined;
    expect(there('2023-01-09')).toBe(false);
    expect(there('2023-01-10')).toBe(true);
    expect(there('2023-06-30')).toBe(true);
    expect(there('2023-07-01')).toBe(false);
    expect(there('2024-01-01')).toBe(true);
  });

  it('serves in the unit and post of that day', () => {
    const stationed: OfficerEvent = {
      type: 'PostAssigned',
      data: { roles: ['officer', 'unit-lead'], unit: TOWNSHIP, from: day('2023-05-01') },
    };
    expect(on('2023-04-30', registered, stationed)).toMatchObject({ unit: BUREAU, roles: ['officer'] });
    expect(on('2023-05-01', registered, stationed)).toMatchObject({ unit: TOWNSHIP, roles: ['officer', 'unit-lead'] });
  });

  it('holds the qualification from the day of which it is recorded, whenever that was', () => {
    const qualified: OfficerEvent = {
      type: 'QualificationRecorded',
      data: { legalQualification: true, firstTimeReviewer: false, from: day('2023-03-01') },
    };
    expect(on('2023-02-28', registered, qualified)?.legalQualification).toBe(false);
    expect(on('2023-03-01', registered, qualified)?.legalQualification).toBe(true);
  });
});

describe('a certificate on a day', () => {
  it('counts on its last day, and is named with that day when it has ended', () => {
    const one = issued('1', '2023-06-30');
    expect(certificate('2023-06-30', one)).toEqual({ no: '1', validUntil: '2023-06-30', standing: 'in-force' });
    expect(certificate('2023-07-01', one)).toEqual({ no: '1', validUntil: '2023-06-30', standing: 'in-force' });
  });

  it('of that day is named for an act that is recorded after the renewal', () => {
    const events = [issued('1', '2023-06-30'), issued('2', '2028-06-30', '2023-07-01')];
    expect(certificate('2023-06-15', ...events)?.no).toBe('1');
    expect(certificate('2023-07-01', ...events)?.no).toBe('2');
  });

  it('is the valid one while an older and a newer one overlap', () => {
    const events = [issued('1', '2023-12-31'), issued('2', '2028-06-30', '2023-07-01'), withdrawn('2', '2023-08-01')];
    expect(certificate('2023-07-31', ...events)?.no).toBe('2');
    expect(certificate('2023-08-01', ...events)).toMatchObject({ no: '1', standing: 'in-force' });
    expect(certificate('2024-01-01', ...events)).toMatchObject({ no: '2', standing: 'withdrawn' });
  });

  it('is withdrawn on the day of its withdrawal, also where that is recorded later', () => {
    const events = [issued('1', '2027-12-31'), withdrawn('1', '2023-09-01')];
    expect(certificate('2023-08-31', ...events)?.standing).toBe('in-force');
    expect(certificate('2023-09-01', ...events)?.standing).toBe('withdrawn');
  });

  it('is another one when it is issued again after its withdrawal', () => {
    const events = [issued('1', '2027-12-31'), withdrawn('1', '2023-09-01'), issued('1', '2027-12-31', '2023-10-01')];
    expect(certificate('2023-09-30', ...events)?.standing).toBe('withdrawn');
    expect(certificate('2023-10-01', ...events)?.standing).toBe('in-force');
  });

  it('is suspended from the first day to the last, or to the day before it is restored', () => {
    const events = [issued('1', '2027-12-31'), suspended('1', '2023-08-01'), restored('1', '2023-09-01')];
    expect(
      ['2023-07-31', '2023-08-01', '2023-08-31', '2023-09-01'].map((d) => certificate(d, ...events)?.standing),
    ).toEqual(['in-force', 'suspended', 'suspended', 'in-force']);
    const term = [issued('1', '2027-12-31'), suspended('1', '2023-08-01', '2023-08-10')];
    expect(certificate('2023-08-10', ...term)?.standing).toBe('suspended');
    expect(certificate('2023-08-11', ...term)?.standing).toBe('in-force');
  });

  it('takes the corrected term when the same one is issued again', () => {
    const events = [issued('1', '2029-12-31'), issued('1', '2027-12-31')];
    expect(certificate('2028-01-01', ...events)?.validUntil).toBe('2027-12-31');
  });
});

describe('whatever is recorded', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2023-01-01'), n));
  const numbers = fc.constantFrom('1', '2', '3');
  const facts = fc.oneof(
    fc
      .record({ no: numbers, validFrom: fc.option(days, { nil: undefined }), length: fc.integer({ min: 0, max: 300 }) })
      .map(({ no, validFrom, length }): OfficerEvent => ({
        type: 'CertificateIssued',
        data: { no, ...(validFrom && { validFrom }), validUntil: addDays(validFrom ?? day('2023-01-01'), length) },
      })),
    fc.record({ no: numbers, on: days }).map(({ no, on: d }) => withdrawn(no, d)),
    fc.record({ no: numbers, from: days }).map(({ no, from }) => suspended(no, from)),
    fc.record({ no: numbers, on: days }).map(({ no, on: d }) => restored(no, d)),
    fc
      .record({ from: fc.option(days, { nil: undefined }), unit: fc.constantFrom(BUREAU, TOWNSHIP) })
      .map(({ from, unit }): OfficerEvent => ({
        type: 'PostAssigned',
        data: { roles: ['officer'], unit, ...(from && { from }) },
      })),
  );
  const history = fc.array(facts, { maxLength: 12 });
  const postsOnOwnDays = history
    .map((events) => distinctDays(events.filter(({ type }) => type === 'PostAssigned')))
    .chain((posts) =>
      fc.shuffledSubarray([...posts], { minLength: posts.length }).map((shuffled) => ({ posts, shuffled })),
    );

  it('later days do not change what held on an earlier one', () => {
    fc.assert(
      fc.property(history, facts, days, (events, later, asked) => {
        const begins = beginOf(later);
        fc.pre(begins !== undefined && begins > asked);
        expect(on(asked, registered, ...events, later)).toEqual(on(asked, registered, ...events));
      }),
    );
  });

  it('the order of recording does not matter where no two facts begin on one day', () => {
    fc.assert(
      fc.property(postsOnOwnDays, days, ({ posts, shuffled }, asked) => {
        expect(on(asked, registered, ...shuffled)?.unit).toEqual(on(asked, registered, ...posts)?.unit);
      }),
    );
  });

  it('a certificate in force on a day is one whose term holds that day, and neither withdrawn nor suspended then', () => {
    fc.assert(
      fc.property(history, days, (events, asked) => {
        const state = fold(officers, events);
        const found = certificateOn(state, asked);
        const valid = state.terms.filter(
          ({ no, from, until }) =>
            (from === null || from <= asked) &&
            asked <= until &&
            !state.withdrawals.some((one) => one.no === no && one.on <= asked && (from === null || from <= one.on)) &&
            !state.suspensions.some(
              (one) => one.no === no && one.from <= asked && (one.until === null || asked <= one.until),
            ),
        );
        const holds = found !== undefined && found.standing === 'in-force' && asked <= found.validUntil;
        expect(holds).toBe(valid.length > 0);
        if (holds) expect(valid.map(({ no }) => no)).toContain(found.no);
      }),
    );
  });

  function beginOf({ type, data }: OfficerEvent): CivilDate | undefined {
    switch (type) {
      case 'CertificateIssued':
        return data.validFrom;
      case 'CertificateWithdrawn':
      case 'CertificateRestored':
        return data.on;
      case 'CertificateSuspended':
      case 'PostAssigned':
        return data.from;
      default:
        return undefined;
    }
  }

  function distinctDays(events: readonly OfficerEvent[]): readonly OfficerEvent[] {
    return [...new Map(events.map((event) => [beginOf(event) ?? '', event])).values()];
  }
});
