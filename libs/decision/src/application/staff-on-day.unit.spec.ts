import type { Register } from '@fajiao/contracts';
import { parseCivilDate } from '@fajiao/kernel';
import { register } from '../spec-support/people.fixture.spec';
import { StaffOnDay } from './staff-on-day';

const DAY = parseCivilDate('2023-09-11');

/** The register, and what it was asked. */
function counted(): { readonly asked: string[]; readonly register: Register } {
  const asked: string[] = [];
  const noted = <Answer>(what: string, answer: Answer): Answer => {
    asked.push(what);
    return answer;
  };
  return {
    asked,
    register: {
      officer: (id, on) => noted(`${id} on ${on}`, register.officer(id, on)),
      panel: (on) => noted(`panel on ${on}`, register.panel(on)),
      powers: (unit, on) => noted(`${unit} on ${on}`, register.powers(unit, on)),
    },
  };
}

describe('the register of a day', () => {
  it('is asked for exactly what the law asks about, once, whatever the law asks next', async () => {
    const { asked, register: counting } = counted();
    const staff = new StaffOnDay(counting, DAY);
    const law = () =>
      staff.read(({ find, panel, powers }) => {
        const [first] = panel();
        const unit = find('officer-township-1')?.unit?.id;
        return { head: first && find(first)?.roles, basis: unit && powers(unit)[0]?.basis };
      });
    expect(await law()).toEqual({ head: ['head', 'principal'], basis: 'APL-24' });
    expect(await law()).toEqual({ head: ['head', 'principal'], basis: 'APL-24' });
    expect([...asked].sort()).toEqual([
      'head-1 on 2023-09-11',
      'officer-township-1 on 2023-09-11',
      'panel on 2023-09-11',
      'town-1 on 2023-09-11',
    ]);
  });

  it('is not asked at all by a law that does not ask', async () => {
    const { asked, register: counting } = counted();
    expect(await new StaffOnDay(counting, DAY).read(() => 1)).toBe(1);
    expect(asked).toEqual([]);
  });

  it('asks once about somebody whom it does not have', async () => {
    const { asked, register: counting } = counted();
    const staff = new StaffOnDay(counting, DAY);
    expect(await staff.member('officer-9')).toBeUndefined();
    expect(await staff.member('officer-9')).toBeUndefined();
    expect(asked).toHaveLength(1);
  });

  it('passes on a fault of the law, but not one that comes of what is still to be asked', async () => {
    const staff = new StaffOnDay(register, DAY);
    const certificate = (id: string) =>
      staff.read(({ find }) => {
        const no = find(id)?.certificate?.no;
        if (no === undefined) throw new Error(`${id} has none`);
        return no;
      });
    expect(await certificate('officer-1')).toBe('14-0922-001');
    await expect(certificate('head-1')).rejects.toThrow('head-1 has none');
  });

  it('passes on that the register does not answer', async () => {
    const down = { ...register, officer: () => Promise.reject(new Error('down')) };
    await expect(new StaffOnDay(down, DAY).member('officer-1')).rejects.toThrow('down');
  });
});
