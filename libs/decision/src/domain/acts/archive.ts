import { addYears, sha256Hex } from '@fajiao/kernel';
import { archiveRule, type FileClass } from '@fajiao/rulebook';
import type { Act } from '../act';
import { procedureOf, type CaseState } from '../case-state';
import type { Manifest } from '../events';
import { isMajorCase } from '../law';
import { asRequired } from '../requirement';
import type { ActContext } from '../context';
import { ended, notArchived, recordAtHand } from '../requirements/archiving';
import { measuresEnded } from '../requirements/closing';
import { actorIsCertified } from '../requirements/officers';
import { noRemedyPending } from '../requirements/remedies';
import { noAnswerAwaited } from '../requirements/transfer';

/** The file is closed for good, sealed with everything that it holds. */
export const archiveCase: Act<object> = {
  name: 'archive',
  form: '归档审批表、卷宗目录',
  requires: [ended, notArchived, noRemedyPending, noAnswerAwaited, measuresEnded, recordAtHand, actorIsCertified],
  makes: (_told, state, act) => {
    const manifest = manifestOf(state, act);
    const { retentionYears, source } = archiveRule(act.rulebook.profile, act.today);
    const fileClass = fileClassOf(state, act);
    const years = retentionYears[fileClass];
    return [
      {
        type: 'CaseArchived',
        data: {
          archive: state.archives.length + 1,
          manifest,
          manifestSha256: sha256Hex(canonical(manifest)),
          retention: { fileClass, until: years === null ? null : addYears(act.today, years), source },
        },
      },
    ];
  },
};

function manifestOf({ evidence, documents }: CaseState, { caseId, record }: ActContext): Manifest {
  return {
    caseId,
    events: asRequired(record),
    evidence: evidence.map(({ evidence: number, sha256 }) => ({ evidence: number, sha256 })),
    documents: documents.map(({ revision, form, sha256, docxSha256 }) => ({ revision, form, sha256, docxSha256 })),
  };
}

function fileClassOf(state: CaseState, act: ActContext): FileClass {
  const { decision } = state;
  const on = { ...act, today: decision?.decidedOn ?? act.today };
  if (procedureOf(state) === 'simple') return 'simple';
  return isMajorCase(state, on) ? 'major' : 'ordinary';
}

/** As canonical JSON (RFC 8785): without blanks, names in their order. */
function canonical({ caseId, documents, events, evidence }: Manifest): string {
  return JSON.stringify({
    caseId,
    documents: documents.map(({ docxSha256, form, revision, sha256 }) => ({ docxSha256, form, revision, sha256 })),
    events: events.map(({ revision, sha256, type }) => ({ revision, sha256, type })),
    evidence: evidence.map(({ evidence: number, sha256 }) => ({ evidence: number, sha256 })),
  });
}
