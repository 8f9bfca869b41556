import type { Act } from '../act';
import type { EvidenceKind } from '../events';
import { met, missing, ofAct } from '../requirement';
import {
  actorIsCertified,
  certificatesShown,
  namedOfficersAreAssigned,
  namedOfficersMayAct,
  type NamesOfficers,
} from '../requirements/officers';
import { underInvestigation } from '../requirements/phase';
import { namedOfficers } from '../staff';

export interface CollectEvidence extends NamesOfficers {
  readonly kind: EvidenceKind;
  readonly certificatesShown: boolean;
  readonly title: string;
  /** SHA-256 (hex) of the file. */
  readonly sha256: string;
}

export const collectEvidence: Act<CollectEvidence> = {
  name: 'collect-evidence',
  form: '现场检查笔录、询问笔录等',
  requires: [
    ...underInvestigation,
    ...namedOfficersMayAct,
    namedOfficersAreAssigned,
    actorIsCertified,
    certificatesShown,
  ],
  makes: ({ kind, officers, title, sha256 }, { evidence }, { staff }) => [
    {
      type: 'EvidenceCollected',
      data: {
        evidence: evidence.length + 1,
        kind,
        officers: namedOfficers(officers, staff),
        certificatesShown: true,
        title,
        sha256,
      },
    },
  ],
};

interface NamesEvidence {
  /** Its number within the case. */
  readonly evidence: number;
}

const onFile = ofAct<NamesEvidence>('evidence.unknown', 'APL-46', (act, { evidence }) => {
  const item = evidence.find((known) => known.evidence === act.evidence);
  return item ? met(item.revision) : missing({ evidence: act.evidence });
});

const notExcluded = ofAct<NamesEvidence>('evidence.excluded', 'APL-46', (act, { evidence }) => {
  const item = evidence.find((known) => known.evidence === act.evidence);
  return item?.status === 'excluded' ? missing({ evidence: act.evidence }) : met();
});

export interface VerifyEvidence extends NamesEvidence {
  readonly result: string;
}

export const verifyEvidence: Act<VerifyEvidence> = {
  name: 'verify-evidence',
  form: '证据核实记录',
  requires: [...underInvestigation, onFile, notExcluded, actorIsCertified],
  makes: ({ evidence, result }) => [{ type: 'EvidenceVerified', data: { evidence, result } }],
};

export interface ExcludeEvidence extends NamesEvidence {
  readonly reason: string;
}

export const excludeEvidence: Act<ExcludeEvidence> = {
  name: 'exclude-evidence',
  form: '证据排除记录',
  requires: [...underInvestigation, onFile, notExcluded, actorIsCertified],
  makes: ({ evidence, reason }) => [{ type: 'EvidenceExcluded', data: { evidence, reason } }],
};
