import { Body, Controller, Inject, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { CaseActs } from '../application/case-acts';
import {
  approveSeizure,
  beginTesting,
  confirmSeizure,
  disposeSeized,
  endTesting,
  extendSeizure,
  inspectCorrection,
  liftSeizure,
  orderCorrection,
  preserveEvidence,
  resolvePreservation,
  sampleEvidence,
  seize,
} from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import { SampleEvidenceDto, PreserveEvidenceDto, ResolvePreservationDto } from './dto/evidence.dto';
import {
  ApproveSeizureDto,
  SeizeDto,
  ConfirmSeizureDto,
  ExtendSeizureDto,
  BeginTestingDto,
  EndTestingDto,
  LiftSeizureDto,
  DisposeSeizedDto,
  OrderCorrectionDto,
  InspectCorrectionDto,
} from './dto/measures.dto';
import { beginTestingOf, orderCorrectionOf } from './measures-from-body';

@ApiTags('Measures and orders (强制措施、责令改正)')
@Controller('decision/v1/cases/:id')
export class MeasuresController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Take samples of a lot (抽样取证凭证) */
  @Post('samples')
  @Operation('decision.sampleEvidence')
  @ActBody(SampleEvidenceDto, {
    officers: ['officer-1', 'officer-2'],
    certificatesShown: true,
    items: ['光盘3张'],
    method: '随机抽取',
  })
  async sample(
    @Param('id', UuidParam) id: string,
    @Body() body: SampleEvidenceDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(sampleEvidence, id, body, act));
  }

  /** Preserve evidence that may be lost (先行登记保存证据通知书) */
  @Post('preservations')
  @Operation('decision.preserveEvidence')
  @ActBody(PreserveEvidenceDto, {
    officers: ['officer-1', 'officer-2'],
    certificatesShown: true,
    items: ['计费服务器1台'],
    approvedBy: 'head-1',
  })
  async preserve(
    @Param('id', UuidParam) id: string,
    @Body() body: PreserveEvidenceDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(preserveEvidence, id, body, act));
  }

  /** Say what becomes of preserved evidence (先行登记保存证据处理决定书) */
  @Post('preservation-outcome')
  @Operation('decision.resolvePreservation')
  @ActBody(ResolvePreservationDto, { outcome: 'recorded-and-returned' })
  async resolve(
    @Param('id', UuidParam) id: string,
    @Body() body: ResolvePreservationDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(resolvePreservation, id, body, act));
  }

  /** Approve a seizure before it is carried out (查封、扣押审批表) */
  @Post('seizure-approval')
  @Operation('decision.approveSeizure')
  @ActBody(ApproveSeizureDto, { basis: 'net-cafe', items: ['电脑主机20台'], reasons: '从事违法经营活动的专用设备' })
  async approve(
    @Param('id', UuidParam) id: string,
    @Body() body: ApproveSeizureDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(approveSeizure, id, body, act));
  }

  /** Carry out a seizure (查封、扣押决定书和物品清单) */
  @Post('seizures')
  @Operation('decision.seize')
  @ActBody(SeizeDto, {
    seizure: 1,
    officers: ['officer-1', 'officer-2'],
    certificatesShown: true,
    items: ['电脑主机20台'],
    place: '县城示例街1号',
    papersHandedOver: true,
    partyPresent: true,
    related: true,
    dailyNecessities: false,
  })
  async seize(
    @Param('id', UuidParam) id: string,
    @Body() body: SeizeDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(seize, id, body, act));
  }

  /** Answer an urgent seizure (紧急查封、扣押补办批准) */
  @Post('seizures/:seizure/confirmation')
  @Operation('decision.confirmSeizure')
  @ActBody(ConfirmSeizureDto, { confirmed: true })
  async confirm(
    @Param('id', UuidParam) id: string,
    @Param('seizure', ParseIntPipe) seizure: number,
    @Body() body: ConfirmSeizureDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(confirmSeizure, id, { ...body, seizure }, act));
  }

  /** Extend a seizure with written reasons (延长查封、扣押期限决定书) */
  @Post('seizures/:seizure/extension')
  @Operation('decision.extendSeizure')
  @ActBody(ExtendSeizureDto, { reasons: '案情复杂，需要进一步查明货源' })
  async extend(
    @Param('id', UuidParam) id: string,
    @Param('seizure', ParseIntPipe) seizure: number,
    @Body() body: ExtendSeizureDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(extendSeizure, id, { ...body, seizure }, act));
  }

  /** Send what is seized to be tested (检测、检验、检疫、鉴定期间告知书) */
  @Post('seizures/:seizure/testing')
  @Operation('decision.beginTesting')
  @ActBody(BeginTestingDto, {
    institution: '示例鉴定机构',
    what: '主机功能鉴定',
    until: '2023-10-20',
  })
  async beginTesting(
    @Param('id', UuidParam) id: string,
    @Param('seizure', ParseIntPipe) seizure: number,
    @Body() body: BeginTestingDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(beginTesting, id, beginTestingOf(body, seizure), act));
  }

  /** Say what testing came to (检测、检验、检疫、鉴定结果告知书) */
  @Post('seizures/:seizure/testing-result')
  @Operation('decision.endTesting')
  @ActBody(EndTestingDto, { result: '用于违法经营' })
  async endTesting(
    @Param('id', UuidParam) id: string,
    @Param('seizure', ParseIntPipe) seizure: number,
    @Body() body: EndTestingDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(endTesting, id, { ...body, seizure }, act));
  }

  /** Lift a seizure (解除查封、扣押决定书) */
  @Post('seizures/:seizure/lifting')
  @Operation('decision.liftSeizure')
  @ActBody(LiftSeizureDto, { ground: 'no-longer-needed' })
  async lift(
    @Param('id', UuidParam) id: string,
    @Param('seizure', ParseIntPipe) seizure: number,
    @Body() body: LiftSeizureDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(liftSeizure, id, { ...body, seizure }, act));
  }

  /** Say what becomes of what is seized (查封、扣押财物处理决定书) */
  @Post('seizures/:seizure/disposal')
  @Operation('decision.disposeSeized')
  @ActBody(DisposeSeizedDto, { how: 'confiscated' })
  async dispose(
    @Param('id', UuidParam) id: string,
    @Param('seizure', ParseIntPipe) seizure: number,
    @Body() body: DisposeSeizedDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(disposeSeized, id, { ...body, seizure }, act));
  }

  /** Order to correct (责令改正通知书) */
  @Post('correction-orders')
  @Operation('decision.orderCorrection')
  @ActBody(OrderCorrectionDto, { what: '立即停止超时营业' })
  async order(
    @Param('id', UuidParam) id: string,
    @Body() body: OrderCorrectionDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(orderCorrection, id, orderCorrectionOf(body), act));
  }

  /** Inspect again whether an order was followed (责令改正复查记录) */
  @Post('correction-orders/:order/inspections')
  @Operation('decision.inspectCorrection')
  @ActBody(InspectCorrectionDto, {
    officers: ['officer-1', 'officer-2'],
    certificatesShown: true,
    corrected: true,
    findings: '已按时停止营业',
  })
  async inspect(
    @Param('id', UuidParam) id: string,
    @Param('order', ParseIntPipe) order: number,
    @Body() body: InspectCorrectionDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(inspectCorrection, id, { ...body, order }, act));
  }
}
