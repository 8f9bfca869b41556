import { parseCivilDate } from '@fajiao/kernel';
import { closedGround, groundsOf, type ClosedGround } from './grounds';
import { loadRulebook } from './load-rulebook';

const { profile } = loadRulebook();
const on = parseCivilDate('2024-06-01');

describe('the closed lists of the profile', () => {
  it('know an entry by its id and by its title on the form, and no other', () => {
    expect(closedGround(profile, 'suspension', 'testing', on)?.source).toBe('旅游行政处罚办法');
    expect(closedGround(profile, 'suspension', '检测鉴定', on)?.id).toBe('testing');
    expect(closedGround(profile, 'suspension', 'complex-or-major', on)).toBeUndefined();
    expect(closedGround(profile, 'suspension', 'testing', parseCivilDate('2021-07-14'))).toBeUndefined();
  });

  it('take the version of the day', () => {
    const [first] = groundsOf(profile, 'extension', on);
    const later = { ...first, effectiveFrom: parseCivilDate('2025-01-01'), mostMonths: 1 } as ClosedGround;
    const grounds = [...profile.grounds, later];
    expect(closedGround({ grounds }, 'extension', 'complex-or-major', on)?.mostMonths).toBe(3);
    expect(closedGround({ grounds }, 'extension', 'complex-or-major', later.effectiveFrom)?.mostMonths).toBe(1);
    expect(groundsOf({ grounds }, 'extension', later.effectiveFrom)).toHaveLength(1);
  });

  it('say of each ground of APL-33 what must have been found and that education is recorded', () => {
    const ofArticle33 = groundsOf(profile, 'no-penalty', on).filter(({ source }) => source === 'APL-33');
    expect(ofArticle33).toHaveLength(3);
    for (const ground of ofArticle33) {
      expect(ground.requires?.length).toBeGreaterThan(0);
      expect(ground.education).toBe(true);
    }
  });
});
