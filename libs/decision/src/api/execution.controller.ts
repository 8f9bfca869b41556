import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import { closeCase, correctClericalError, executeOtherPenalty, serveDecision } from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import { CorrectClericalErrorDto, ExecuteOtherPenaltyDto } from './dto/decision.dto';
import { ServeDto } from './dto/service.dto';
import { PlainActDto } from './dto/told.dto';
import { serveOf } from './from-body';

@ApiTags('Service and execution (送达、执行、结案)')
@Controller('decision/v1/cases/:id')
export class ExecutionController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Serve the decision (送达回证): its money goes to the collecting side */
  @Post('decision-service')
  @Operation('decision.serveDecision')
  @ActBody(ServeDto, { mode: 'direct', signedBy: '示例经营者甲' })
  async serve(
    @Param('id', UuidParam) id: string,
    @Body() body: ServeDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(serveDecision, id, serveOf(body), act));
  }

  /** Correct a clerical error of the decision (补正决定书) */
  @Post('clerical-corrections')
  @Operation('decision.correctClericalError')
  @ActBody(CorrectClericalErrorDto, { field: 'place', was: '示例街1号', is: '示例街11号' })
  async correct(
    @Param('id', UuidParam) id: string,
    @Body() body: CorrectClericalErrorDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(correctClericalError, id, body, act));
  }

  /** Record that a penalty other than money was carried out */
  @Post('other-executions')
  @Operation('decision.executeOtherPenalty')
  @ActBody(ExecuteOtherPenaltyDto, { penalty: 'confiscation-of-goods', how: '没收物品已移交处置' })
  async execute(
    @Param('id', UuidParam) id: string,
    @Body() body: ExecuteOtherPenaltyDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(executeOtherPenalty, id, body, act));
  }

  /** Close the case (结案报告) */
  @Post('closing')
  @Operation('decision.closeCase')
  @ActBody(PlainActDto, {})
  async close(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(closeCase, id, body, act));
  }
}
