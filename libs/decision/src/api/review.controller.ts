import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import { deliberate, passLegalReview, returnLegalReview } from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import { DeliberateDto, LegalReviewDto } from './dto/defence.dto';
import { deliberateOf } from './from-body';

@ApiTags('Review and deliberation (法制审核、集体讨论)')
@Controller('decision/v1/cases/:id')
export class ReviewController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Pass the legal review (法制审核意见书) */
  @Post('legal-review')
  @Operation('decision.passLegalReview')
  @ActBody(LegalReviewDto, { opinion: '事实清楚，程序合法，同意' })
  async pass(
    @Param('id', UuidParam) id: string,
    @Body() body: LegalReviewDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(passLegalReview, id, body, act));
  }

  /** Return the proposal from legal review */
  @Post('legal-review-return')
  @Operation('decision.returnLegalReview')
  @ActBody(LegalReviewDto, { opinion: '证据不足，补充调查' })
  async return(
    @Param('id', UuidParam) id: string,
    @Body() body: LegalReviewDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(returnLegalReview, id, body, act));
  }

  /** Record the collective deliberation (集体讨论笔录) */
  @Post('deliberation')
  @Operation('decision.deliberate')
  @ActBody(DeliberateDto, {
    present: ['head-1', 'head-2', 'head-3'],
    opinions: { 'head-1': '同意', 'head-2': '同意', 'head-3': '建议减轻' },
    conclusion: 'adopt',
  })
  async deliberate(
    @Param('id', UuidParam) id: string,
    @Body() body: DeliberateDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(deliberate, id, deliberateOf(body), act));
  }
}
