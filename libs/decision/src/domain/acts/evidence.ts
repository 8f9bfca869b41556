import type { Act } from '../act';
import type { CaseState } from '../case-state';
import type { Custody, EvidenceKind, EvidenceOrigin } from '../events';
import { ifAny } from '../if-any';
import type { EvidenceItem } from '../measures-state';
import { asRequired, met, metIf, missing, ofAct } from '../requirement';
import {
  actorIsCertified,
  certificatesShown,
  namedOfficersAreAssigned,
  namedOfficersMayAct,
  type NamesOfficers,
} from '../requirements/officers';
import { underInvestigation } from '../requirements/phase';
import { evidenceNotBarred } from '../requirements/remedies';
import { notArchived } from '../requirements/archiving';
import {
  approvedByHead,
  approverDidNotInvestigate,
  notLapsed,
  openPreservation,
  outcomeKnown,
  outcomeOf,
  preservationOpen,
  type ResolvePreservation,
} from '../requirements/preservation';
import { namedOfficers } from '../staff';

/** Two assigned officers who may act, one of them writing, their certificates shown (APL-42, 55). */
export const byTwoOfficers = [
  ...namedOfficersMayAct,
  namedOfficersAreAssigned,
  actorIsCertified,
  certificatesShown,
] as const;

export interface CollectEvidence extends NamesOfficers {
  readonly kind: EvidenceKind;
  readonly certificatesShown: boolean;
  readonly title: string;
  /** SHA-256 (hex) of the file. */
  readonly sha256: string;
  readonly origin?: EvidenceOrigin;
  /** The officer who puts it on file, unless told. */
  readonly custody?: Custody;
}

const holderKnown = ofAct<CollectEvidence>('custody.unknown-person', 'APL-46', ({ custody }, _state, { staff }) =>
  metIf(custody === undefined || staff.find(custody.holder) !== undefined, { person: custody?.holder ?? null }),
);

/** A record that the party did not sign says why (APL-55). */
const signedOrNoted = ofAct<CollectEvidence>('evidence.not-signed', 'APL-55', ({ origin }) =>
  metIf(origin?.partySigned !== false || origin.notSignedBecause !== undefined),
);

export const collectEvidence: Act<CollectEvidence> = {
  name: 'collect-evidence',
  form: '现场检查笔录、询问笔录等',
  requires: [...underInvestigation, evidenceNotBarred, ...byTwoOfficers, signedOrNoted, holderKnown],
  makes: ({ kind, officers, title, sha256, origin, custody }, { evidence }, { staff }) => [
    {
      type: 'EvidenceCollected',
      data: {
        evidence: evidence.length + 1,
        kind,
        officers: namedOfficers(officers, staff),
        certificatesShown: true,
        title,
        sha256,
        ...ifAny({ origin, custody }),
      },
    },
  ],
};

interface NamesEvidence {
  /** Its number within the case. */
  readonly evidence: number;
}

const itemOf = ({ evidence }: NamesEvidence, state: CaseState): EvidenceItem | undefined =>
  state.evidence.find((known) => known.evidence === evidence);

const onFile = ofAct<NamesEvidence>('evidence.unknown', 'APL-46', (act, state) => {
  const item = itemOf(act, state);
  return item ? met(item.revision) : missing({ evidence: act.evidence });
});

const notExcluded = ofAct<NamesEvidence>('evidence.excluded', 'APL-46', (act, state) =>
  itemOf(act, state)?.status === 'excluded' ? missing({ evidence: act.evidence }) : met(),
);

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

export interface HandOverEvidence extends NamesEvidence {
  /** Staff ids. */
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly reason?: string;
}

const heldByGiver = ofAct<HandOverEvidence>('custody.not-held', 'APL-46', (told, state) => {
  const custody = itemOf(told, state)?.custody.at(-1);
  if (!custody) return met();
  return custody.holder === told.from
    ? met(custody.revision)
    : missing({ evidence: told.evidence, holder: custody.holder });
});

const receiverKnown = ofAct<HandOverEvidence>('custody.unknown-person', 'APL-46', ({ to }, _state, { staff }) =>
  metIf(staff.find(to) !== undefined, { person: to }),
);

/** It changes hands also after the decision, until the case is archived. */
export const handOverEvidence: Act<HandOverEvidence> = {
  name: 'hand-over-evidence',
  form: '证据交接记录',
  requires: [notArchived, onFile, heldByGiver, receiverKnown, actorIsCertified],
  makes: ({ evidence, from, to, place, reason }) => [
    { type: 'EvidenceHandedOver', data: { evidence, from, to, place, ...ifAny({ reason }) } },
  ],
};

export interface SampleEvidence extends NamesOfficers {
  readonly certificatesShown: boolean;
  readonly items: readonly string[];
  readonly method: string;
  readonly place?: string;
}

export const sampleEvidence: Act<SampleEvidence> = {
  name: 'sample-evidence',
  form: '抽样取证凭证',
  requires: [...underInvestigation, evidenceNotBarred, ...byTwoOfficers],
  makes: ({ officers, items, method, place }, { samples }, { staff }) => [
    {
      type: 'EvidenceSampled',
      data: {
        sample: samples.length + 1,
        officers: namedOfficers(officers, staff),
        certificatesShown: true,
        items,
        method,
        ...ifAny({ place }),
      },
    },
  ],
};

export interface PreserveEvidence extends NamesOfficers {
  readonly certificatesShown: boolean;
  readonly items: readonly string[];
  /** The head who approved it. */
  readonly approvedBy: string;
  readonly place?: string;
}

export const preserveEvidence: Act<PreserveEvidence> = {
  name: 'preserve-evidence',
  form: '先行登记保存证据通知书',
  requires: [...underInvestigation, evidenceNotBarred, ...byTwoOfficers, approvedByHead, approverDidNotInvestigate],
  makes: ({ officers, items, approvedBy, place }, { preservations }, { staff }) => [
    {
      type: 'EvidencePreserved',
      data: {
        preservation: preservations.length + 1,
        officers: namedOfficers(officers, staff),
        certificatesShown: true,
        items,
        approvedBy,
        ...ifAny({ place }),
      },
    },
  ],
};

export const resolvePreservation: Act<ResolvePreservation> = {
  name: 'resolve-preservation',
  form: '先行登记保存证据处理决定书',
  requires: [preservationOpen, outcomeKnown, notLapsed, actorIsCertified],
  makes: (told, state, law) => {
    const { preservation } = asRequired(openPreservation(told, state));
    const { id: outcome } = asRequired(outcomeOf(told, law));
    return [{ type: 'PreservationResolved', data: { preservation, outcome, ...ifAny({ note: told.note }) } }];
  },
};
