import { caseActs } from '../domain/case-acts';
import { actsOfRoles, rolesOfAct } from './acts-of-roles';

describe('who may do which act', () => {
  it('is known of every act', () => {
    expect(caseActs.map(({ name }) => name).filter((act) => rolesOfAct(act).length === 0)).toEqual([]);
  });

  it('is told by role', () => {
    expect(actsOfRoles(['hearing-chair'])).toEqual([
      'request-recusal',
      'notice-hearing',
      'hold-hearing',
      'miss-hearing',
    ]);
    expect(actsOfRoles(['officer'])).toEqual(expect.arrayContaining(['file', 'close', 'archive', 'hearing-requested']));
  });
});
