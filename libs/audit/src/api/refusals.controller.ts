import { Controller, Get, Inject, Query, UseInterceptors } from '@nestjs/common';
import { answered, Operation } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { Refusals } from '../refusals/refusals.queries';
import { NotKept } from './not-kept.interceptor';
import { RefusalListDto, RefusalsQueryDto } from './refusals.dto';

@ApiTags('Refusals (依法拒绝的行为)')
@Controller('audit/v1/refusals')
@UseInterceptors(NotKept)
export class RefusalsController {
  constructor(@Inject(Refusals) private readonly refusals: Refusals) {}

  /** Acts that were refused, newest first */
  @Get()
  @Operation('audit.listRefusals')
  async list(@Query() { limit = 50, ...query }: RefusalsQueryDto): Promise<RefusalListDto> {
    const { items, next, position } = await this.refusals.list({ ...query, limit });
    const shown = items.map(({ position: _position, codes: _codes, ...refusal }) => refusal);
    return answered({ items: shown, next }, position ? { position } : {});
  }
}
