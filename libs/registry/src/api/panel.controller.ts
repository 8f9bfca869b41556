import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { type CivilDate, civilDateOf } from '@fajiao/kernel';
import {
  Act,
  type ActRequest,
  answered,
  Caller,
  type CallerRequest,
  CivilDateParam,
  Operation,
} from '@fajiao/platform';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { RegisterActs } from '../application/register-acts';
import { RegisterReader } from '../application/register-reader';
import { panelOf } from './answers';
import { SetMembershipDto } from './dto/officer-forms.dto';
import { PanelDto } from './dto/officer.dto';
import { membershipOf } from './from-body';
import { RegisterIdParam } from './register-id.pipe';

@ApiTags('Panel (集体讨论成员)')
@Controller('registry/v1/panel')
export class PanelController {
  constructor(
    @Inject(RegisterActs) private readonly acts: RegisterActs,
    @Inject(RegisterReader) private readonly reader: RegisterReader,
  ) {}

  /** The heads who deliberate together on a day (APL-57) */
  @Get()
  @Operation('registry.readPanel')
  @ApiQuery({ name: 'on', required: false, schema: { type: 'string', format: 'date' } })
  async read(
    @Query('on', CivilDateParam) on: CivilDate | undefined,
    @Caller() { now }: CallerRequest,
  ): Promise<PanelDto> {
    const { description, revision } = await this.reader.panel(on ?? civilDateOf(now));
    return answered({ revision, ...description }, { etag: revision });
  }

  /** Make a head a member, or no longer one */
  @Post('members/:officer')
  @Operation('registry.setMembership')
  async setMembership(
    @Param('officer', RegisterIdParam) person: string,
    @Body() body: SetMembershipDto,
    @Act() act: ActRequest,
  ): Promise<PanelDto> {
    return panelOf(await this.acts.setMembership(person, membershipOf(body), act));
  }
}
