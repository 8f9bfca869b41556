import type { Act } from '../act';
import { standingVersion } from '../case-state';
import { noticeServed, notWaived, statementToReview } from '../requirements/notice';
import { actorIsCertified } from '../requirements/officers';
import { underProposal } from '../requirements/phase';

export interface WaiveRights {
  readonly statement: string;
}

export const waiveRights: Act<WaiveRights> = {
  name: 'waive-rights',
  form: '放弃陈述申辩声明',
  requires: [...underProposal, noticeServed, notWaived, actorIsCertified],
  makes: ({ statement }, state) => [{ type: 'RightsWaived', data: { proposal: standingVersion(state), statement } }],
};

export interface ReceiveStatement {
  readonly text: string;
}

/** What the party says is heard until the decision, whether or not its window has ended. */
export const receiveStatement: Act<ReceiveStatement> = {
  name: 'receive-statement',
  form: '陈述申辩笔录',
  requires: [...underProposal, noticeServed, actorIsCertified],
  makes: ({ text }, state) => [
    {
      type: 'StatementMade',
      data: { statement: state.statements.length + 1, proposal: standingVersion(state), text },
    },
  ],
};

export interface ReviewStatement {
  readonly adopted: boolean;
  readonly reasons: string;
}

export const reviewStatement: Act<ReviewStatement> = {
  name: 'review-statement',
  form: '陈述申辩复核意见书',
  requires: [...underProposal, statementToReview, actorIsCertified],
  makes: ({ adopted, reasons }, { statements }) => {
    const open = statements.filter(({ reviewed }) => reviewed === null).map(({ statement }) => statement);
    return [{ type: 'StatementReviewed', data: { statements: open, adopted, reasons } }];
  },
};
