import { Body, Controller, Inject, Param, ParseIntPipe, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import {
  collectEvidence,
  concludeInvestigation,
  excludeEvidence,
  handOverEvidence,
  reviseProposal,
  verifyEvidence,
} from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import { CollectEvidenceDto, ExcludeEvidenceDto, HandOverEvidenceDto, VerifyEvidenceDto } from './dto/evidence.dto';
import { ConcludeInvestigationDto, ReviseProposalDto } from './dto/proposal.dto';
import { concludeOf, reviseOf } from './from-body';

@ApiTags('Investigation (调查取证)')
@Controller('decision/v1/cases/:id')
export class InvestigationController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Put evidence on file (现场检查笔录, 询问笔录, …) */
  @Post('evidence')
  @Operation('decision.collectEvidence')
  @ActBody(CollectEvidenceDto, {
    kind: 'inspection-record',
    officers: ['officer-1', 'officer-2'],
    certificatesShown: true,
    title: '现场检查笔录',
    sha256: '3f0a9c5e7d1b2a4c6e8f00112233445566778899aabbccddeeff001122334455',
  })
  async collect(
    @Param('id', UuidParam) id: string,
    @Body() body: CollectEvidenceDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(collectEvidence, id, body, act));
  }

  /** Verify a piece of evidence before it is used */
  @Post('evidence/:evidence/verification')
  @Operation('decision.verifyEvidence')
  @ActBody(VerifyEvidenceDto, { result: '与原件核对一致' })
  async verify(
    @Param('id', UuidParam) id: string,
    @Param('evidence', ParseIntPipe) evidence: number,
    @Body() body: VerifyEvidenceDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(verifyEvidence, id, { ...body, evidence }, act));
  }

  /** Exclude a piece of evidence */
  @Post('evidence/:evidence/exclusion')
  @Operation('decision.excludeEvidence')
  @ActBody(ExcludeEvidenceDto, { reason: '取证程序违法' })
  async exclude(
    @Param('id', UuidParam) id: string,
    @Param('evidence', ParseIntPipe) evidence: number,
    @Body() body: ExcludeEvidenceDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(excludeEvidence, id, { ...body, evidence }, act));
  }

  /** Hand a piece of evidence over to another custodian (证据交接记录) */
  @Post('evidence/:evidence/custody')
  @Operation('decision.handOverEvidence')
  @ActBody(HandOverEvidenceDto, { from: 'officer-1', to: 'officer-2', place: '证据室' })
  async handOver(
    @Param('id', UuidParam) id: string,
    @Param('evidence', ParseIntPipe) evidence: number,
    @Body() body: HandOverEvidenceDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(handOverEvidence, id, { ...body, evidence }, act));
  }

  /** Conclude the investigation with a proposal (调查终结报告) */
  @Post('investigation-conclusion')
  @Operation('decision.concludeInvestigation')
  @ActBody(ConcludeInvestigationDto, {
    findings: '超过规定时间营业1小时30分，属一般情形',
    proposal: { penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 500000 }], tier: '一般' },
  })
  async conclude(
    @Param('id', UuidParam) id: string,
    @Body() body: ConcludeInvestigationDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(concludeInvestigation, id, concludeOf(body), act));
  }

  /** Revise the proposal */
  @Post('proposal-revisions')
  @Operation('decision.reviseProposal')
  @ActBody(ReviseProposalDto, {
    findings: '重新认定，从轻',
    newFacts: false,
    proposal: { penalties: [{ kind: 'warning' }, { kind: 'fine', fen: 400000 }], tier: '一般' },
  })
  async revise(
    @Param('id', UuidParam) id: string,
    @Body() body: ReviseProposalDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(reviseProposal, id, reviseOf(body), act));
  }
}
