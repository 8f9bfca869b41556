import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { civilDateOf } from '@fajiao/kernel';
import { Act, type ActRequest, answered, Caller, type CallerRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { DisclosureActs, type EditingDone } from '../../application/disclosure-acts';
import { Withdrawals } from '../../read/withdrawals.queries';
import { EditedDto, ListWithdrawalsDto, WithdrawalListDto, WithdrawDto } from './editing.dto';

@ApiTags('Withdrawals (撤回)')
@Controller('editing/v1')
export class EditingController {
  constructor(
    @Inject(DisclosureActs) private readonly acts: DisclosureActs,
    @Inject(Withdrawals) private readonly withdrawals: Withdrawals,
  ) {}

  /** Published decisions that fell: to be taken down, longest waiting first, or taken down */
  @Get('withdrawals')
  @Operation('editing.listWithdrawals')
  async list(
    @Query() { state, cursor, limit = 20 }: ListWithdrawalsDto,
    @Caller() { now }: CallerRequest,
  ): Promise<WithdrawalListDto> {
    const query = { limit, ...(state && { state }), ...(cursor !== undefined && { cursor }) };
    const { items, next, position } = await this.withdrawals.list(query, civilDateOf(now));
    return answered({ items, next }, position ? { position } : {});
  }

  /** Take a fallen decision down (撤回); the reason stands in its place */
  @Post('decisions/:caseId/withdrawal')
  @Operation('editing.withdraw')
  @ApiBody({ type: WithdrawDto, examples: { example: { value: {} } } })
  async withdraw(
    @Param('caseId', UuidParam) caseId: string,
    @Body() body: WithdrawDto,
    @Act() act: ActRequest,
  ): Promise<EditedDto> {
    return answerOf(await this.acts.withdraw(caseId, body, act));
  }

  /** Take a changed decision down and put up what holds instead (撤回并更正) */
  @Post('decisions/:caseId/amendment')
  @Operation('editing.withdrawAndAmend')
  @ApiBody({ type: WithdrawDto, examples: { example: { value: {} } } })
  async amend(
    @Param('caseId', UuidParam) caseId: string,
    @Body() body: WithdrawDto,
    @Act() act: ActRequest,
  ): Promise<EditedDto> {
    return answerOf(await this.acts.withdrawAndAmend(caseId, body, act));
  }
}

const answerOf = ({ position, ...done }: EditingDone): EditedDto => answered(done, { etag: done.revision, position });
