import type { Penalty } from '@fajiao/contracts';
import { fen, parseCivilDate, parseInstant } from '@fajiao/kernel';
import type {
  ConcludeInvestigation,
  DecideNoPenalty,
  DecidePenalty,
  ExtendTerm,
  FileCase,
  NoticeHearing,
  ReviseProposal,
} from '../domain/acts';
import { NO_PENALTY_GROUNDS, type CorrectionOrder, type LeadSource, type NoPenaltyGround } from '../domain/events';
import type { Deliberate } from '../domain/requirements/deliberation';
import type { Serve } from '../domain/requirements/serving';
import type { Told } from '../application/case-acts';
import type { CorrectionDto, DecideDto, ExtendTermDto } from './dto/decision.dto';
import type { DeliberateDto, NoticeHearingDto } from './dto/defence.dto';
import type { FileCaseDto, LeadSourceDto } from './dto/filing.dto';
import type { PenaltyDto } from './dto/penalty.dto';
import type { ConcludeInvestigationDto, ProposalDto, ReviseProposalDto } from './dto/proposal.dto';
import type { ServeDto } from './dto/service.dto';

/** Bodies whose shape has been checked, in the words of the domain: days, instants and amounts get their types. */

export function fileCaseOf(body: FileCaseDto): FileCase & Told {
  const { actDate, actEndDate, source, ...rest } = body;
  return {
    ...rest,
    actDate: parseCivilDate(actDate),
    ...(actEndDate !== undefined && { actEndDate: parseCivilDate(actEndDate) }),
    source: leadOf(source),
  };
}

export function leadOf({ receivedOn, ...lead }: LeadSourceDto): LeadSource {
  return { ...lead, ...(receivedOn !== undefined && { receivedOn: parseCivilDate(receivedOn) }) };
}

export function concludeOf({ gainsFen, repaidFen, turnoverFen, ...body }: ConcludeInvestigationDto) {
  return {
    ...body,
    ...foundOf({ gainsFen, repaidFen, turnoverFen }),
    proposal: proposalOf(body.proposal),
  } satisfies ConcludeInvestigation & Told;
}

export function reviseOf({ gainsFen, repaidFen, turnoverFen, ...body }: ReviseProposalDto) {
  return {
    ...body,
    ...foundOf({ gainsFen, repaidFen, turnoverFen }),
    proposal: proposalOf(body.proposal),
  } satisfies ReviseProposal & Told;
}

/** Amounts that were found, as far as they are told. */
function foundOf(amounts: Pick<ReviseProposalDto, 'gainsFen' | 'repaidFen' | 'turnoverFen'>) {
  const { gainsFen, repaidFen, turnoverFen } = amounts;
  return {
    ...(gainsFen !== undefined && { gainsFen: fen(gainsFen) }),
    ...(repaidFen !== undefined && { repaidFen: fen(repaidFen) }),
    ...(turnoverFen !== undefined && { turnoverFen: fen(turnoverFen) }),
  };
}

export function serveOf({ servedOn, publishedOn, ...rest }: ServeDto): Serve & Told {
  return {
    ...rest,
    ...(servedOn !== undefined && { servedOn: parseCivilDate(servedOn) }),
    ...(publishedOn !== undefined && { publishedOn: parseCivilDate(publishedOn) }),
  };
}

export function noticeHearingOf({ hearingAt, ...rest }: NoticeHearingDto): NoticeHearing & Told {
  return { ...rest, hearingAt: parseInstant(hearingAt) };
}

export function deliberateOf({ penalties, ...rest }: DeliberateDto): Deliberate & Told {
  return { ...rest, ...(penalties && { penalties: penaltiesOf(penalties) }) };
}

export function extendTermOf({ until, ...rest }: ExtendTermDto): ExtendTerm & Told {
  return { ...rest, until: parseCivilDate(until) };
}

export function penaltyOf({ penalties, correction, pastTerm, ...rest }: DecideDto): DecidePenalty & Told {
  return {
    ...toldOf(rest),
    ...(penalties && { penalties: penaltiesOf(penalties) }),
    ...(correction && { correction: correctionOf(correction) }),
    ...(pastTerm !== undefined && { pastTerm }),
  };
}

export function correctionOf({ what, by }: CorrectionDto): CorrectionOrder {
  return { what, ...(by !== undefined && { by: parseCivilDate(by) }) };
}

/** A ground that is none of the law's words is told in the reasons. */
export function noPenaltyOf(body: DecideDto): DecideNoPenalty & Told {
  const { ground = '', reasons = ground, found, education, pastTerm, ...rest } = body;
  return {
    ...toldOf(rest),
    ...(isGround(ground) ? { ground, ...(body.reasons && { reasons }) } : { ground: 'other', reasons }),
    ...(found && { found }),
    ...(education !== undefined && { education }),
    ...(pastTerm !== undefined && { pastTerm }),
  };
}

function isGround(ground: string): ground is NoPenaltyGround {
  return Object.hasOwn(NO_PENALTY_GROUNDS, ground);
}

function toldOf({ occurredAt, lateReason }: Told): Told {
  return { ...(occurredAt !== undefined && { occurredAt }), ...(lateReason !== undefined && { lateReason }) };
}

/** Without penalties there is no tier to weigh them by. */
function proposalOf({ penalties = [], tier, governing, ...rest }: ProposalDto): ConcludeInvestigation['proposal'] {
  const version = governing && { ...governing, version: parseCivilDate(governing.version) };
  return {
    ...rest,
    penalties: penaltiesOf(penalties),
    tier: tier ?? '不予处罚',
    ...(version && { governing: version }),
  };
}

export function penaltiesOf(penalties: readonly PenaltyDto[]): Penalty[] {
  return penalties.map((penalty): Penalty => ('fen' in penalty ? { ...penalty, fen: fen(penalty.fen) } : penalty));
}
