import { answering, requirementsOf, type Act, type Asked } from './act';
import {
  approveFiling,
  approveTransfer,
  closeCase,
  concludeInvestigation,
  decideOnTheSpot,
  decidePenalty,
  fileCase,
  handOver,
  serveDecision,
} from './acts';
import type { CaseState } from './case-state';
import type { LawContext } from './context';
import { caseActs } from './case-acts';
import { ifAny } from './if-any';
import { pendingTransfer } from './transfer-state';

/** What the law asks before one act. */
export interface ActRequirements {
  readonly act: string;
  /** The official form (文书). */
  readonly form: string;
  /** Nothing that can be told beforehand is missing. */
  readonly open: boolean;
  readonly requirements: readonly Asked[];
}

/** They make a case, so no case is asked for them. */
const OPENING: readonly string[] = [fileCase.name, decideOnTheSpot.name];

export function requirementsOfAll(state: CaseState, law: LawContext): readonly ActRequirements[] {
  const answer = answering(state, law);
  return caseActs
    .filter(({ name }) => !OPENING.includes(name))
    .map(({ name, form, requires }) => {
      const requirements = requires.map(answer);
      return { act: name, form, open: requirements.every((asked) => asked.state !== 'missing'), requirements };
    });
}

/** A requirement that is missing, and the act that waits for it. */
export type StillRequired = Pick<Asked, 'code' | 'source' | 'detail'> & { readonly act: string };

/** What stands between the case and its next milestone: approval, conclusion, transfer, decision, service, closing. */
export function stillRequired(state: CaseState, law: LawContext): readonly StillRequired[] {
  const milestone = nextMilestone(state);
  if (!milestone) return [];
  return requirementsOf(milestone, state, law)
    .filter((asked) => asked.state === 'missing')
    .map(({ code, source, detail }) => ({ act: milestone.name, code, source, ...ifAny({ detail }) }));
}

function nextMilestone(state: CaseState): Act<never> | null {
  const { ending, approval, conclusions, decision, service, fall } = state;
  if (ending) return null;
  // Within 24 hours, also of a case that is decided (D310).
  const transfer = pendingTransfer(state);
  if (transfer) return transfer.approved ? handOver : approveTransfer;
  if (decision) return service || fall ? closeCase : serveDecision;
  if (!approval) return approveFiling;
  if (!conclusions) return concludeInvestigation;
  return decidePenalty;
}
