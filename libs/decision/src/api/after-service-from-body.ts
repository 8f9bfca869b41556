import { fen, parseCivilDate } from '@fajiao/kernel';
import type { Told } from '../application/case-acts';
import type { ChangeDecision, IssueDemand } from '../domain/acts';
import type { FileAppeal, GiveJudgment } from '../domain/requirements/appeal';
import type { ApproveDeferral, ApproveInstalments } from '../domain/requirements/enforcement';
import type { ConcludeRemedy, SeekRemedy } from '../domain/requirements/remedies';
import type { RecordCriminalJudgment } from '../domain/requirements/transfer';
import type { ApproveDeferralDto, ApproveInstalmentsDto, IssueDemandDto } from './dto/enforcement.dto';
import type {
  ChangeDecisionDto,
  ConcludeRemedyDto,
  FileAppealDto,
  GiveJudgmentDto,
  SeekRemedyDto,
} from './dto/remedies.dto';
import type { RecordCriminalJudgmentDto } from './dto/transfer.dto';
import { penaltiesOf, serveOf } from './from-body';

export function seekRemedyOf({ soughtOn, ...rest }: SeekRemedyDto): SeekRemedy & Told {
  return { ...rest, ...(soughtOn !== undefined && { soughtOn: parseCivilDate(soughtOn) }) };
}

export function concludeRemedyOf(body: ConcludeRemedyDto): ConcludeRemedy & Told {
  const { penalties, effectiveOn, redoBy, ...rest } = body;
  return {
    ...rest,
    ...(penalties && { penalties: penaltiesOf(penalties) }),
    ...(effectiveOn !== undefined && { effectiveOn: parseCivilDate(effectiveOn) }),
    ...(redoBy !== undefined && { redoBy: parseCivilDate(redoBy) }),
  };
}

export function judgmentOf({ servedOn, ...rest }: GiveJudgmentDto): GiveJudgment & Told {
  return { ...rest, ...(servedOn !== undefined && { servedOn: parseCivilDate(servedOn) }) };
}

export function appealOf({ appealedOn, ...rest }: FileAppealDto): FileAppeal & Told {
  return { ...rest, ...(appealedOn !== undefined && { appealedOn: parseCivilDate(appealedOn) }) };
}

export function changeDecisionOf({ penalties, ...rest }: ChangeDecisionDto): ChangeDecision & Told {
  return { ...rest, penalties: penaltiesOf(penalties) };
}

export function deferralOf({ until, ...rest }: ApproveDeferralDto): ApproveDeferral & Told {
  return { ...rest, until: parseCivilDate(until) };
}

export function instalmentsOf({ instalments, ...rest }: ApproveInstalmentsDto): ApproveInstalments & Told {
  return { ...rest, instalments: instalments.map((part) => ({ due: parseCivilDate(part.due), fen: fen(part.fen) })) };
}

export function demandOf({ owed, ...rest }: IssueDemandDto): IssueDemand & Told {
  return {
    ...serveOf(rest),
    ...(owed && {
      owed: {
        fineFen: fen(owed.fineFen),
        confiscatedGainsFen: fen(owed.confiscatedGainsFen),
        surchargeFen: fen(owed.surchargeFen),
      },
    }),
  };
}

export function criminalJudgmentOf(body: RecordCriminalJudgmentDto): RecordCriminalJudgment & Told {
  const { effectiveOn, criminalFineFen, setOffFen, ...rest } = body;
  const fines = { criminalFineFen: fen(criminalFineFen), setOffFen: fen(setOffFen) };
  return { ...rest, effectiveOn: parseCivilDate(effectiveOn), ...fines };
}
