import { parseCivilDate } from '@fajiao/kernel';
import { Catalogue } from '@fajiao/rulebook';
import { found, spared, codes } from '../../spec-support/discretion.fixture.spec';
import { equipmentConfiscated, unlicensed } from '../../spec-support/measures.fixture.spec';
import { changed, proposing } from '../../spec-support/other-steps.fixture.spec';
import { play, rulebook } from '../../spec-support/play.fixture.spec';
import { itIsRefused } from '../../spec-support/refused.fixture.spec';
import { straightCase, upTo } from '../../spec-support/steps.fixture.spec';

const { concluded, decided } = straightCase;

describe('grounds of APL-30 to 33: it is refused:', () => {
  itIsRefused([
    {
      title: 'a proposal with a ground of mitigation that no law gives',
      given: upTo('inspected'),
      attempt: { ...concluded, data: proposing({ mitigation: { ground: '态度好', reason: '配合' } }) },
      refused: ['mitigation.ground-unknown APL-32'],
    },
    {
      title: 'a penalty where slight, corrected and harmless was found',
      given: found('slight', 'corrected', 'no-harm'),
      attempt: decided,
      refused: ['penalty.must-not APL-33'],
    },
    {
      title: 'a penalty of somebody who could not understand the act',
      given: found('incapable'),
      attempt: decided,
      refused: ['penalty.must-not APL-31'],
    },
    {
      title: 'a penalty without mitigation where the party removed the harm',
      given: found('harm-removed'),
      attempt: decided,
      refused: ['mitigation.missing APL-32'],
    },
    {
      title: 'a penalty for what may be a crime, which nobody looked into',
      given: [...unlicensed, ...equipmentConfiscated.slice(0, 3)].map((step) =>
        step.act === concluded.act ? changed(step, { conditions: [] }) : step,
      ),
      attempt: decided,
      refused: ['offence.crime-not-checked APL-27'],
    },
    {
      title: 'no penalty because it was slight, where nothing but that was found',
      given: upTo('waived'),
      attempt: spared('slight-corrected-no-harm', { found: ['slight'], education: '已教育' }),
      refused: ['no-penalty.facts-missing APL-33'],
      tells: [{ facts: 'corrected, no-harm' }],
    },
    {
      title: 'no penalty without the education of the party',
      given: found('slight', 'corrected', 'no-harm'),
      attempt: spared('slight-corrected-no-harm'),
      refused: ['no-penalty.education-missing APL-33'],
    },
  ]);

  it('a first time that is not the first', () => {
    const step = spared('first-time-slight-corrected', {
      found: ['first-time', 'slight-harm', 'corrected'],
      education: '已教育',
    });
    const given = play(upTo('waived'));
    expect(codes(step, given)).toEqual([]);
    const earlierFines = [{ caseId: 'b0b4', offence: 'CT-NET-31-1', until: parseCivilDate('2023-06-01') }];
    expect(codes(step, given, { earlierFines })).toEqual(['no-penalty.not-first-time APL-33']);
  });
});

describe('a penalty', () => {
  it('is mitigated on every ground of the list, named by its id or its title', () => {
    for (const ground of ['minor', 'harm-removed', 'merit', '受他人胁迫或者诱骗实施违法行为']) {
      const step = { ...concluded, data: proposing({ mitigation: { ground, reason: '查明属实' } }) };
      expect(codes(step, play(upTo('inspected')))).toEqual([]);
    }
    const given = found('harm-removed').map((step) =>
      step.act === concluded.act
        ? changed(step, {
            proposal: { ...concluded.data.proposal, mitigation: { ground: 'harm-removed', reason: '主动' } },
          })
        : step,
    );
    expect(codes(decided, play(given))).toEqual([]);
  });
});

describe('every kind of penalty of APL-9', () => {
  const kinds = [
    'public-criticism',
    'licence-suspension',
    'downgrade',
    'licence-revocation',
    'business-restriction',
    'closure',
    'practice-ban',
    'publication',
  ] as const;

  it.each(kinds)('can be proposed where the article opens it: %s', (kind) => {
    const [first] = rulebook.catalogue.versions;
    const items = first!.items.map((item) => (item.code === 'CT-NET-31-1' ? { ...item, serious: [kind] } : item));
    const law = { rulebook: { ...rulebook, catalogue: new Catalogue([{ ...first!, items }]) } };
    const serious = { ...concluded, data: proposing({ penalties: [{ kind: 'warning' }, { kind }], tier: '较重' }) };
    expect(codes(serious, play(upTo('inspected')), law)).toEqual([]);
    const usual = { ...concluded, data: proposing({ penalties: [{ kind: 'warning' }, { kind }] }) };
    expect(codes(usual, play(upTo('inspected')), law)).toEqual([
      'penalty.not-provided 互联网上网服务营业场所管理条例第三十一条',
    ]);
  });
});
