import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import { decideNoPenalty, decidePenalty, dropCase, extendTerm, resumeCase, suspendCase } from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import { DecideDto, DropCaseDto, ExtendTermDto, SuspendCaseDto } from './dto/decision.dto';
import { PlainActDto } from './dto/told.dto';
import { extendTermOf, noPenaltyOf, penaltyOf } from './from-body';

@ApiTags('Decision (决定)')
@Controller('decision/v1/cases/:id')
export class DecisionController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Decide: a penalty or none (行政处罚决定书, 不予行政处罚决定书). The document is numbered at once */
  @Post('decision')
  @Operation('decision.decide')
  @ActBody(DecideDto, { outcome: 'penalty' })
  async decide(
    @Param('id', UuidParam) id: string,
    @Body() body: DecideDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(
      body.outcome === 'penalty'
        ? await this.acts.perform(decidePenalty, id, penaltyOf(body), act)
        : await this.acts.perform(decideNoPenalty, id, noPenaltyOf(body), act),
    );
  }

  /** Drop the case (撤销立案审批表) */
  @Post('dropping')
  @Operation('decision.dropCase')
  @ActBody(DropCaseDto, { ground: '当事人死亡' })
  async drop(
    @Param('id', UuidParam) id: string,
    @Body() body: DropCaseDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(dropCase, id, body, act));
  }

  /** Suspend the term for deciding (案件中止调查审批表) */
  @Post('suspension')
  @Operation('decision.suspendCase')
  @ActBody(SuspendCaseDto, { ground: '检测鉴定', basis: '旅游行政处罚办法' })
  async suspend(
    @Param('id', UuidParam) id: string,
    @Body() body: SuspendCaseDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(suspendCase, id, body, act));
  }

  /** Let the term run on (案件恢复调查审批表) */
  @Post('resumption')
  @Operation('decision.resumeCase')
  @ActBody(PlainActDto, {})
  async resume(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(resumeCase, id, body, act));
  }

  /** Extend the term for deciding (延长办案期限审批表) */
  @Post('term-extension')
  @Operation('decision.extendTerm')
  @ActBody(ExtendTermDto, { until: '2024-01-10', basis: '旅游行政处罚办法' })
  async extendTerm(
    @Param('id', UuidParam) id: string,
    @Body() body: ExtendTermDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(extendTerm, id, extendTermOf(body), act));
  }
}
