import type { Person } from '@fajiao/platform';
import {
  aesSealer,
  Codec,
  CommandHandler,
  type EventStore,
  memoryEventStore,
  StoreUnavailable,
} from '@fajiao/event-store';
import { type Clock, parseCivilDate, parseInstant } from '@fajiao/kernel';
import { loadRulebook } from '@fajiao/rulebook';
import { officers } from '../domain/officer';
import { type OfficerAct, issueCertificate, withdrawCertificate } from '../domain/officer-acts';
import { commandOf } from './commands';
import { ImportStaff } from './import-staff';
import { StreamRegister } from './stream-register';

const rulebook = loadRulebook();
const codec = new Codec(aesSealer(Buffer.alloc(32, 1)));
const on = (text: string): Clock => ({ now: () => parseInstant(text) });
const START = on('2026-01-05T08:00+08:00');
const day = parseCivilDate;

const PEOPLE: readonly Person[] = [
  { id: 'officer-1', name: '甲', roles: ['officer'], certificate: { no: '1', validUntil: day('2027-12-31') } },
  { id: 'head-1', name: '乙', roles: ['head', 'principal'], panelMember: true },
  { id: 'head-2', name: '丙', roles: ['head'], panelMember: true },
  { id: 'town-1', name: '丁', roles: ['officer'], unit: { id: 'longquan', kind: 'township' } },
  { id: 'clerk-1', name: '戊', roles: ['finance-clerk'] },
  { id: 'both-1', name: '己', roles: ['head', 'finance-clerk'] },
  { id: 'bank-a', name: '庚', roles: ['bank'], bank: true },
];

/** A process of its own on a store that others use too. */
function processOn(store: EventStore) {
  const handler = new CommandHandler(store, codec);
  const deps = { handler, rulebook };
  const importing = (people: readonly Person[] = PEOPLE, clock = START) => new ImportStaff(deps, people, clock);
  let key = 0;
  return {
    register: new StreamRegister(handler),
    importing,
    async enter<Data>(act: OfficerAct<Data>, id: string, data: Data): Promise<boolean> {
      const actor = { id: 'lead-1', roles: ['unit-lead'] };
      const acting = { actor, now: START.now(), bodyHash: '', correlationId: 'c' };
      const command = commandOf(deps, acting, `00000000-0000-4000-8000-00000000000${key++}`);
      const entry = { person: id, by: 'lead-1', today: day('2026-01-05') };
      const { done } = await handler.execute(officers, id, command, (state) => act(data, state, entry));
      return done;
    },
  };
}

async function eventsIn(store: EventStore): Promise<readonly string[]> {
  const { events } = await store.readAll(undefined, 1_000);
  return events.map(({ stream, type }) => `${stream} ${type}`);
}

describe('the register, read from its streams', () => {
  it('knows at once what another process has recorded', async () => {
    const store = memoryEventStore();
    const [one, other] = [processOn(store), processOn(store)];
    await one.importing().run();
    const standing = async () => (await other.register.officer('officer-1', day('2026-02-01')))?.certificate?.standing;
    expect(await standing()).toBe('in-force');
    await one.enter(withdrawCertificate, 'officer-1', { no: '1', on: day('2026-01-10'), reason: '调离' });
    expect(await standing()).toBe('withdrawn');
    expect((await other.register.officer('officer-1', day('2026-01-09')))?.certificate?.standing).toBe('in-force');
  });

  it('judges an earlier day by the certificate of that day, also after its renewal', async () => {
    const here = processOn(memoryEventStore());
    await here.importing().run();
    const renewed = { no: '2', validFrom: day('2028-01-01'), validUntil: day('2032-12-31') };
    expect(await here.enter(issueCertificate, 'officer-1', renewed)).toBe(true);
    expect((await here.register.officer('officer-1', day('2027-06-01')))?.certificate?.no).toBe('1');
    expect((await here.register.officer('officer-1', day('2028-01-01')))?.certificate?.no).toBe('2');
  });

  it('knows nobody who was never recorded', async () => {
    const { register } = processOn(memoryEventStore());
    expect(await register.officer('officer-9', day('2026-01-05'))).toBeUndefined();
    expect(await register.panel(day('2026-01-05'))).toEqual([]);
    expect(await register.powers('longquan', day('2026-01-05'))).toEqual([]);
  });
});

describe('the people of the staff file', () => {
  it('of the deciding side come into the register, with unit and panel, and nobody of the other side does', async () => {
    const store = memoryEventStore();
    const { register, importing } = processOn(store);
    await importing().run();
    expect(await eventsIn(store)).toEqual([
      'officer-officer-1 OfficerRegistered',
      'officer-officer-1 CertificateIssued',
      'officer-officer-1 StaffEntryImported',
      ...['head-1', 'head-2', 'town-1'].flatMap((id) => [
        `officer-${id} OfficerRegistered`,
        `officer-${id} StaffEntryImported`,
      ]),
      'panel-heads PanelMembershipSet',
      'panel-heads PanelMembershipSet',
      'panel-heads PanelImported',
    ]);
    expect(await register.panel(day('2020-01-01'))).toEqual(['head-1', 'head-2']);
    expect((await register.officer('town-1', day('2020-01-01')))?.unit).toEqual({ id: 'longquan', kind: 'township' });
  });

  it('make each event once, however many processes start at once and however often', async () => {
    const store = memoryEventStore();
    await Promise.all([1, 2, 3, 4].map(() => processOn(store).importing().run()));
    const once = await eventsIn(store);
    expect(once).toHaveLength(12);
    await processOn(store).importing(PEOPLE, on('2026-02-01T08:00+08:00')).run();
    expect(await eventsIn(store)).toEqual(once);
  });

  it('that changes, and changes back, makes an event each time', async () => {
    const store = memoryEventStore();
    const changed = PEOPLE.map((person) => (person.id === 'head-2' ? { ...person, panelMember: false } : person));
    await processOn(store).importing().run();
    await processOn(store).importing(changed, on('2026-02-01T08:00+08:00')).run();
    await processOn(store).importing(PEOPLE, on('2026-03-01T08:00+08:00')).run();
    const { register } = processOn(store);
    const members = await Promise.all(
      ['2026-01-31', '2026-02-01', '2026-03-01'].map(async (text) => (await register.panel(day(text))).length),
    );
    expect(members).toEqual([2, 1, 2]);
  });

  it('are read in the end where the store does not answer at first, and nobody is ready before', async () => {
    jest.useFakeTimers();
    const store = memoryEventStore();
    let down = true;
    const read = store.read.bind(store);
    store.read = (stream, from) => {
      if (down) throw new StoreUnavailable('down');
      return read(stream, from);
    };
    const importing = processOn(store).importing();
    const faults: unknown[] = [];
    await importing.start((reason) => faults.push(reason));
    expect(faults).toHaveLength(1);
    expect(await importing.check()).toMatchObject({ status: 'fail' });
    down = false;
    await jest.advanceTimersByTimeAsync(5_000);
    expect(await importing.check()).toEqual({ status: 'ok' });
    await importing.stop();
    jest.useRealTimers();
  });
});
