import type { Act } from '../act';
import { metIf, ofAct } from '../requirement';
import { fineClosed, measuresEnded, penaltiesExecuted, penaltyDecided } from '../requirements/closing';
import { actorIsCertified } from '../requirements/officers';
import { notArchived } from '../requirements/archiving';
import { notSuspendedFromEnforcement } from '../requirements/enforcement';
import { decided, notEnded, served } from '../requirements/phase';
import { executionNotStayed, noRemedyPending, servedOrFallen } from '../requirements/remedies';
import { spotMoneyHandedIn, spotReported } from '../requirements/spot';
import { noTransferPending } from '../requirements/transfer';

export interface CorrectClericalError {
  /** Which text, e.g. `facts`, `party.name`. */
  readonly field: string;
  readonly was: string;
  readonly is: string;
}

/** What was decided is no clerical matter: it is changed or revoked (APL-75). */
const OPERATIVE = /^(penalt|outcome|fine|fen|amount|confiscat|suspension|offence|decidedOn|basis|处罚|罚款|没收)/i;

const clerical = ofAct<CorrectClericalError>('correction.not-clerical', 'APL-75', ({ field }) =>
  metIf(!OPERATIVE.test(field), { field }),
);

const changesSomething = ofAct<CorrectClericalError>('correction.changes-nothing', 'APL-75', ({ was, is }) =>
  metIf(was !== is),
);

export const correctClericalError: Act<CorrectClericalError> = {
  name: 'correct-clerical-error',
  form: '补正决定书',
  requires: [decided, notArchived, clerical, changesSomething, actorIsCertified],
  makes: ({ field, was, is }) => [{ type: 'ClericalErrorCorrected', data: { field, was, is } }],
};

export interface ExecuteOtherPenalty {
  /** Kind of the penalty. */
  readonly penalty: string;
  readonly how: string;
}

export const executeOtherPenalty: Act<ExecuteOtherPenalty> = {
  name: 'execute-other-penalty',
  form: '行政处罚执行记录',
  requires: [
    notEnded,
    decided,
    served,
    penaltyDecided,
    executionNotStayed,
    notSuspendedFromEnforcement,
    actorIsCertified,
  ],
  makes: ({ penalty, how }) => [{ type: 'OtherPenaltyExecuted', data: { penalty, how } }],
};

export const closeCase: Act<object> = {
  name: 'close',
  form: '结案报告',
  requires: [
    notEnded,
    decided,
    servedOrFallen,
    noRemedyPending,
    noTransferPending,
    fineClosed,
    penaltiesExecuted,
    measuresEnded,
    spotReported,
    spotMoneyHandedIn,
    actorIsCertified,
  ],
  makes: () => [{ type: 'CaseClosed', data: {} }],
};
