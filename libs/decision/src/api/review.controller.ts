import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import { deliberate, passLegalReview, returnLegalReview } from '../domain/acts';
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
  async deliberate(
    @Param('id', UuidParam) id: string,
    @Body() body: DeliberateDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(deliberate, id, deliberateOf(body), act));
  }
}
