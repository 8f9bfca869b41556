import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { type CivilDate, civilDateOf, parseCivilDate } from '@fajiao/kernel';
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
import {
  assignPost,
  issueCertificate,
  recordDeparture,
  recordQualification,
  restoreCertificate,
  suspendCertificate,
  withdrawCertificate,
} from '../domain/officer-acts';
import { RegisterLists } from '../read/register.queries';
import { officerOf } from './answers';
import {
  AssignPostDto,
  EndCertificateDto,
  IssueCertificateDto,
  RecordDepartureDto,
  RecordQualificationDto,
  RegisterOfficerDto,
  SuspendCertificateDto,
} from './dto/officer-forms.dto';
import { OfficerDto, OfficerListDto, ReadOfficerDto } from './dto/officer.dto';
import { ListOfficersDto } from './dto/register-lists.dto';
import { departureOf, endedOf, issuedOf, postOf, qualificationOf, registerOf, suspendedOf } from './from-body';
import { RegisterIdParam } from './register-id.pipe';

/** `on` as Swagger knows it; today where it is left out. */
const OnDay = ApiQuery({ name: 'on', required: false, schema: { type: 'string', format: 'date' } });

@ApiTags('Officers (执法人员)')
@Controller('registry/v1/officers')
export class OfficersController {
  constructor(
    @Inject(RegisterActs) private readonly acts: RegisterActs,
    @Inject(RegisterReader) private readonly reader: RegisterReader,
    @Inject(RegisterLists) private readonly lists: RegisterLists,
  ) {}

  /** Register somebody (行政执法人员登记), or take somebody back who had left */
  @Post()
  @Operation('registry.registerOfficer')
  async register(@Body() body: RegisterOfficerDto, @Act() act: ActRequest): Promise<OfficerDto> {
    return officerOf(body.id, await this.acts.registerOfficer(body.id, registerOf(body), act));
  }

  /** Officers by name, unit and the end of their certificates, by id */
  @Get()
  @Operation('registry.listOfficers')
  async list(
    @Query() { limit = 20, on, certificateEndsBy, ...query }: ListOfficersDto,
    @Caller() { now }: CallerRequest,
  ): Promise<OfficerListDto> {
    const day = on === undefined ? civilDateOf(now) : parseCivilDate(on);
    const ends = certificateEndsBy !== undefined && { certificateEndsBy: parseCivilDate(certificateEndsBy) };
    const { items, next, position } = await this.lists.officers({ ...query, ...ends, limit }, day);
    return answered({ items, next }, position ? { position } : {});
  }

  /** One officer as they stand on a day, and all that was ever recorded */
  @Get(':officer')
  @Operation('registry.readOfficer')
  @OnDay
  async read(
    @Param('officer', RegisterIdParam) id: string,
    @Query('on', CivilDateParam) on: CivilDate | undefined,
    @Caller() { now }: CallerRequest,
  ): Promise<ReadOfficerDto> {
    const { description, revision, stateDigest } = await this.reader.officer(id, on ?? civilDateOf(now));
    return answered({ id, revision, stateDigest, ...description }, { etag: revision });
  }

  /** Assign another post or unit (调岗、派驻) */
  @Post(':officer/posts')
  @Operation('registry.assignPost')
  async assignPost(
    @Param('officer', RegisterIdParam) id: string,
    @Body() body: AssignPostDto,
    @Act() act: ActRequest,
  ): Promise<OfficerDto> {
    return officerOf(id, await this.acts.perform(assignPost, id, postOf(body), act));
  }

  /** Issue or renew a certificate (行政执法证) */
  @Post(':officer/certificates')
  @Operation('registry.issueCertificate')
  async issueCertificate(
    @Param('officer', RegisterIdParam) id: string,
    @Body() body: IssueCertificateDto,
    @Act() act: ActRequest,
  ): Promise<OfficerDto> {
    return officerOf(id, await this.acts.perform(issueCertificate, id, issuedOf(body), act));
  }

  /** Suspend a certificate (暂扣执法证) */
  @Post(':officer/certificate-suspensions')
  @Operation('registry.suspendCertificate')
  async suspendCertificate(
    @Param('officer', RegisterIdParam) id: string,
    @Body() body: SuspendCertificateDto,
    @Act() act: ActRequest,
  ): Promise<OfficerDto> {
    return officerOf(id, await this.acts.perform(suspendCertificate, id, suspendedOf(body), act));
  }

  /** End a suspension (发还执法证) */
  @Post(':officer/certificate-restorations')
  @Operation('registry.restoreCertificate')
  async restoreCertificate(
    @Param('officer', RegisterIdParam) id: string,
    @Body() body: EndCertificateDto,
    @Act() act: ActRequest,
  ): Promise<OfficerDto> {
    return officerOf(id, await this.acts.perform(restoreCertificate, id, endedOf(body), act));
  }

  /** Withdraw a certificate (收回、注销执法证) */
  @Post(':officer/certificate-withdrawals')
  @Operation('registry.withdrawCertificate')
  async withdrawCertificate(
    @Param('officer', RegisterIdParam) id: string,
    @Body() body: EndCertificateDto,
    @Act() act: ActRequest,
  ): Promise<OfficerDto> {
    return officerOf(id, await this.acts.perform(withdrawCertificate, id, endedOf(body), act));
  }

  /** Record the legal qualification (法律职业资格) */
  @Post(':officer/qualifications')
  @Operation('registry.recordQualification')
  async recordQualification(
    @Param('officer', RegisterIdParam) id: string,
    @Body() body: RecordQualificationDto,
    @Act() act: ActRequest,
  ): Promise<OfficerDto> {
    return officerOf(id, await this.acts.perform(recordQualification, id, qualificationOf(body), act));
  }

  /** Record that somebody leaves (离岗) */
  @Post(':officer/departure')
  @Operation('registry.recordDeparture')
  async recordDeparture(
    @Param('officer', RegisterIdParam) id: string,
    @Body() body: RecordDepartureDto,
    @Act() act: ActRequest,
  ): Promise<OfficerDto> {
    return officerOf(id, await this.acts.perform(recordDeparture, id, departureOf(body), act));
  }
}
