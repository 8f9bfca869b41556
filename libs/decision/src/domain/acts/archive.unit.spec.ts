import { canonicalJson } from '@fajiao/event-store';
import { sha256Hex } from '@fajiao/kernel';
import { archived, closed, paid } from '../../spec-support/after-service.fixture.spec';
import { at } from '../../spec-support/other-steps.fixture.spec';
import { caseId, happened, lawOn, play, said } from '../../spec-support/play.fixture.spec';
import { onTheSpotUpTo } from '../../spec-support/spot-steps.fixture.spec';
import { evidence, majorUpTo, upTo } from '../../spec-support/steps.fixture.spec';
import { requirementsOfAll } from '../next-acts';

describe('an archived file', () => {
  it('lists every event, piece of evidence and document by its digest, under one seal', () => {
    const document = { form: 'prior-notice', sha256: 'of the PDF', docxSha256: 'of the DOCX' };
    const told = { proposal: 1, mode: 'direct', servedOn: '2023-09-21', rights: ['statement', 'defence'], document };
    const noticed = { at: at('2023-09-21'), by: 'officer-1' };
    const concluded = play(upTo('concluded'));
    const issued = happened([{ type: 'PriorNoticeServed', data: told }] as never, noticed, concluded);
    const dropped = { at: at('2023-10-09'), by: 'head-1', act: 'drop', data: { ground: '当事人死亡' } };
    const sealed = said('CaseArchived', archived('2023-10-11'), play([dropped], issued));
    if (!sealed || !('manifest' in sealed)) throw new Error('nothing was archived');
    expect(sealed.manifest).toMatchObject({
      caseId,
      evidence: [
        { evidence: 1, sha256: evidence.sha256 },
        { evidence: 2, sha256: evidence.sha256 },
      ],
      documents: [{ revision: 6, ...document }],
    });
    expect(sealed.manifest.events.map(({ revision, type }) => `${revision} ${type}`)).toEqual([
      ...['0 CaseFiled', '1 FilingApproved', '2 OfficersAssigned', '3 EvidenceCollected', '4 EvidenceCollected'],
      ...['5 InvestigationConcluded', '6 PriorNoticeServed', '7 CaseDropped'],
    ]);
    expect(sealed.manifestSha256).toBe(sha256Hex(canonicalJson(JSON.parse(JSON.stringify(sealed.manifest)))));
  });

  it('is kept by its class: of the simple procedure, ordinary, or major', () => {
    const spot = paid(play(onTheSpotUpTo('reported')), '2024-09-23', 10000);
    const files = [
      play([closed('2024-09-24')], spot),
      play([closed('2023-10-10')], paid(play(upTo('served')), '2023-10-09')),
      play([
        ...majorUpTo('noticed'),
        { at: at('2024-03-20'), by: 'head-1', act: 'drop', data: { ground: '当事人终止' } },
      ]),
    ];
    expect(files.map((file) => said('CaseArchived', archived('2024-09-25'), file))).toMatchObject([
      { retention: { fileClass: 'simple' } },
      { retention: { fileClass: 'ordinary', until: '2054-09-25', source: '文市发〔2012〕26号' } },
      { retention: { fileClass: 'major', until: null } },
    ]);
  });

  it('takes nothing more, but what the law opens it for', () => {
    const file = play([closed('2023-10-10'), archived('2023-10-11')], paid(play(upTo('served')), '2023-10-09'));
    const open = requirementsOfAll(file.state, lawOn(at('2023-10-12'))).filter((act) => act.open);
    // Acts on seizures depend on one that is open, and none is in a file that may be archived.
    const ofSeizures = /seizure|testing|seized/;
    expect(open.map(({ act }) => act).filter((act) => !ofSeizures.test(act))).toEqual([
      ...['propose-transfer', 'remedy-sought', 'change-decision', 'revoke-decision'],
    ]);
  });
});
