import { type Fact, parseCivilDate } from '@fajiao/kernel';
import { disclose, type Disclosure, type DisclosureEvent, disclosures } from './disclosure';
import { publicEntryOf } from './public-entry';
import { citizen, decision } from './sample-decision.fixture.spec';

const scope = { procedures: ['ordinary'], source: 'APL-48' } as const;
const today = parseCivilDate('2023-09-28');

const folded = (...events: readonly DisclosureEvent[]): Disclosure =>
  events.reduce<Disclosure>(
    (state, event) => disclosures.evolve(state, event as Fact<DisclosureEvent>),
    disclosures.initial,
  );

const published: DisclosureEvent = {
  type: 'Published',
  data: { entry: publicEntryOf(decision), publishedOn: today },
};

describe('a served decision', () => {
  it('is published at once, masked', () => {
    expect(disclose(decision, folded(), scope, today)).toEqual({ events: [published] });
    expect(published.data).toMatchObject({
      entry: {
        publicName: '示例网络服务中心',
        unifiedSocialCreditCode: '92140922MA0K12ABXA',
        basis: '《互联网上网服务营业场所管理条例》第三十一条第一项',
        facts: '凌晨1时30分仍在营业，经营者示*****在场，电话******',
      },
    });
  });

  it('shows neither name nor number of a citizen', () => {
    expect(publicEntryOf({ ...decision, party: citizen })).toMatchObject({
      publicName: '张**',
      partyKind: 'citizen',
      unifiedSocialCreditCode: null,
    });
  });

  it('shows of a minor that there was a penalty, and nothing that identifies', () => {
    expect(publicEntryOf({ ...decision, minor: true })).toMatchObject({
      publicName: '未成年当事人',
      unifiedSocialCreditCode: null,
      facts: '',
    });
  });

  it('is withheld, with the reason, where the profile does not publish its procedure', () => {
    expect(disclose({ ...decision, procedure: 'simple' }, folded(), scope, today)).toEqual({
      events: [
        {
          type: 'DisclosureWithheld',
          data: {
            caseId: decision.caseId,
            documentNumber: decision.documentNumber,
            reason: 'outside-scope',
            source: 'APL-48',
          },
        },
      ],
    });
  });

  it('is not decided on twice', () => {
    const refused = { refused: [{ code: 'disclosure.already-decided', source: 'APL-48' }] };
    expect(disclose(decision, folded(published), scope, today)).toEqual(refused);
  });
});
