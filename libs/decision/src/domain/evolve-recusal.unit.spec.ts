import { at, changed, recusal } from '../spec-support/other-steps.fixture.spec';
import { play, type Step } from '../spec-support/play.fixture.spec';
import { upTo } from '../spec-support/steps.fixture.spec';

describe('the challenges of a case', () => {
  const challenge = (person: string, day: string, by = 'party'): Step => ({
    at: at(day),
    by: 'officer-1',
    act: 'request-recusal',
    data: { person, by, ground: '亲属' },
  });
  const decided = (officer: string, recused: boolean, day: string): Step =>
    changed(recusal(officer, at(day)), { recused });
  const requests = (steps: readonly Step[]) =>
    play([...upTo('approved'), ...steps]).state.recusalRequests.map(({ person, decided: how }) => [person, how?.on]);

  it('are each settled by the decision about their person, and stay as they were settled', () => {
    const both = [challenge('officer-2', '2023-09-13'), challenge('legal-1', '2023-09-13')];
    expect(requests([...both, decided('officer-2', false, '2023-09-14')])).toEqual([
      ['officer-2', '2023-09-14'],
      ['legal-1', undefined],
    ]);
    const again = [challenge('officer-2', '2023-09-15'), decided('officer-2', true, '2023-09-18')];
    expect(requests([...both, decided('officer-2', false, '2023-09-14'), ...again])).toEqual([
      ['officer-2', '2023-09-14'],
      ['legal-1', undefined],
      ['officer-2', '2023-09-18'],
    ]);
  });

  it('leave everybody recused who was, until it is decided otherwise of them', () => {
    const recused = (...steps: readonly Step[]) => play([...upTo('approved'), ...steps]).state.recused;
    const two = [decided('officer-2', true, '2023-09-13'), decided('legal-1', true, '2023-09-14')];
    expect(recused(...two)).toEqual(['officer-2', 'legal-1']);
    expect(recused(...two, decided('officer-2', true, '2023-09-15'))).toEqual(['legal-1', 'officer-2']);
    expect(recused(...two, decided('officer-2', false, '2023-09-15'))).toEqual(['legal-1']);
  });
});
