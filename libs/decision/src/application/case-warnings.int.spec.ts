import type { Register, RegisteredOfficer } from '@fajiao/contracts';
import { StreamNotFound } from '@fajiao/event-store';
import { parseCivilDate, type CivilDate } from '@fajiao/kernel';
import { openDesk, Sender } from '../spec-support/desk.fixture.spec';
import { register } from '../spec-support/people.fixture.spec';
import { straightCase, upTo } from '../spec-support/steps.fixture.spec';

type Change = (member: RegisteredOfficer, on: CivilDate) => RegisteredOfficer | undefined;

/** A register in which something is entered later about one officer. */
function register2(person: string): { readonly register: Register; enter(change: Change): void } {
  let change: Change = (member) => member;
  return {
    enter: (made) => void (change = made),
    register: {
      ...register,
      officer: async (id, on) => {
        const member = await register.officer(id, on);
        return member && id === person ? change(member, on) : member;
      },
    },
  };
}

const standing =
  (from: string, as: 'suspended' | 'withdrawn'): Change =>
  (member, on) =>
    on < parseCivilDate(from) || !member.certificate
      ? member
      : { ...member, certificate: { ...member.certificate, standing: as } };

async function servedCase(person = 'officer-2') {
  const later = register2(person);
  const desk = openDesk(undefined, { register: later.register });
  const sender = new Sender(desk);
  await sender.sendAll(upTo('served'));
  const warnings = async () => (await desk.reader.warnings(sender.caseId ?? '')).warnings;
  return { desk, sender, later, warnings };
}

const since = (person: string, as: string, revisions: string) => ({
  code: 'officers.certificate-since-invalid',
  source: 'APL-42',
  detail: { person, standing: as, revisions },
});

describe('what comes to be known of a case', () => {
  it('is nothing as long as every certificate was valid on the day of its act', async () => {
    const { warnings } = await servedCase();
    expect(await warnings()).toEqual([]);
  });

  it('is each act from the day from which a certificate is withdrawn later, and none before it', async () => {
    const { later, warnings } = await servedCase();
    // Filed on the 11th (0), approved on the 12th (2 names the officers), inspected on the 13th (3), questioned on the 14th (4).
    later.enter(standing('2023-09-14', 'withdrawn'));
    expect(await warnings()).toEqual([since('officer-2', 'withdrawn', '4')]);
    later.enter(standing('2023-09-13', 'suspended'));
    expect(await warnings()).toEqual([since('officer-2', 'suspended', '3, 4')]);
    later.enter(standing('2023-09-15', 'withdrawn'));
    expect(await warnings()).toEqual([]);
  });

  it('is who acted, not only who was named', async () => {
    const { later, warnings } = await servedCase('officer-1');
    later.enter(standing('2023-09-20', 'withdrawn'));
    const [found] = await warnings();
    expect(found?.detail?.['person']).toBe('officer-1');
    expect(String(found?.detail?.['revisions']).split(', ')).toEqual(expect.arrayContaining(['5', '6', '7']));
  });

  it('is a term that turns out to have been shorter, and somebody who did not serve', async () => {
    const { later, warnings } = await servedCase();
    const shorter: Change = (member) =>
      member.certificate
        ? { ...member, certificate: { ...member.certificate, validUntil: parseCivilDate('2023-09-13') } }
        : member;
    later.enter(shorter);
    expect(await warnings()).toEqual([since('officer-2', 'expired', '4')]);
    later.enter((member, on) => (on === '2023-09-13' ? undefined : member));
    expect(await warnings()).toEqual([since('officer-2', 'not-serving', '3')]);
  });

  it('is told of each person apart', async () => {
    const both: Register = {
      ...register,
      officer: async (id, on) => {
        const member = await register.officer(id, on);
        return member && ['officer-1', 'officer-2'].includes(id)
          ? standing('2023-09-14', 'withdrawn')(member, on)
          : member;
      },
    };
    const { desk, sender } = await servedCase();
    const { warnings } = await openDesk(desk.store, { register: both }).reader.warnings(sender.caseId ?? '');
    const first = warnings.find(({ detail }) => detail?.['person'] === 'officer-1');
    expect(warnings).toContainEqual(since('officer-2', 'withdrawn', '4'));
    expect(String(first?.detail?.['revisions'])).toMatch(/^4, 5/);
  });

  it('is told to whoever closes the file, and bars nothing', async () => {
    const { desk, sender, later } = await servedCase();
    later.enter(standing('2023-09-14', 'withdrawn'));
    const ended = { at: '2023-10-09T10:00+08:00', by: 'head-1', act: 'terminate-enforcement' };
    await sender.send({ ...ended, data: { ground: 'citizen-died' } });
    const closed = await sender.send(straightCase.closed);
    expect(closed.warnings).toEqual([since('officer-2', 'withdrawn', '4')]);
    expect((await desk.reader.warnings(sender.caseId ?? '')).revision).toBe(closed.revision);
  });

  it('is asked of a case only', async () => {
    const { desk } = await servedCase();
    await expect(desk.reader.warnings('11111111-1111-4111-8111-111111111111')).rejects.toThrow(StreamNotFound);
  });
});
