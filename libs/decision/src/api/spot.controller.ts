import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { Act, type ActRequest, Operation, UuidParam } from '@fajiao/platform';
import { ApiTags } from '@nestjs/swagger';
import { CaseActs } from '../application/case-acts';
import { collectOnTheSpot, handInSpotMoney, reportSpotDecision } from '../domain/acts';
import { ActBody } from './act-body';
import { answerOf, openingAnswerOf } from './answers';
import { ActAnswerDto } from './dto/answer.dto';
import { CollectOnTheSpotDto, DecideOnTheSpotDto, HandInDto } from './dto/spot.dto';
import { PlainActDto } from './dto/told.dto';
import { decideOnTheSpotOf, landedOf } from './from-spot-body';

@ApiTags('On the spot (当场处罚、当场收缴)')
@Controller('decision/v1')
export class SpotController {
  constructor(@Inject(CaseActs) private readonly acts: CaseActs) {}

  /** Decide on the spot (当场行政处罚决定书): opens a case with its decision, served by being handed over */
  @Post('spot-decisions')
  @Operation('decision.decideOnTheSpot')
  @ActBody(DecideOnTheSpotDto, {
    party: { kind: 'citizen', name: '李示例', citizenId: '140922199001010024' },
    offence: 'CT-GUIDE-CARD',
    actDate: '2023-09-11',
    place: '偏远景区',
    officers: ['officer-1', 'officer-2'],
    certificatesShown: true,
    facts: '带团时未佩戴导游证，责令改正后当场拒不改正',
    conditions: ['refused-to-correct'],
    tier: '轻微',
    penalties: [{ kind: 'fine', fen: 10000 }],
  })
  async decide(@Body() body: DecideOnTheSpotDto, @Act() act: ActRequest): Promise<ActAnswerDto> {
    return openingAnswerOf(await this.acts.decideOnTheSpot(decideOnTheSpotOf(body), act));
  }

  /** Report a decision made on the spot to the authority (当场处罚备案) */
  @Post('cases/:id/spot-report')
  @Operation('decision.reportSpotDecision')
  @ActBody(PlainActDto, {})
  async report(
    @Param('id', UuidParam) id: string,
    @Body() body: PlainActDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(reportSpotDecision, id, body, act));
  }

  /** Take a fine on the spot, against the receipt of the finance authority (当场收缴) */
  @Post('cases/:id/spot-collection')
  @Operation('decision.collectOnTheSpot')
  @ActBody(CollectOnTheSpotDto, { ground: 'fine-not-above-100', receiptNumber: '晋财0001234' })
  async collect(
    @Param('id', UuidParam) id: string,
    @Body() body: CollectOnTheSpotDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(collectOnTheSpot, id, landedOf(body), act));
  }

  /** Hand in money taken on the spot (上交当场收缴款): the collecting side pays it in at the bank */
  @Post('cases/:id/spot-hand-in')
  @Operation('decision.handIn')
  @ActBody(HandInDto, {})
  async handIn(
    @Param('id', UuidParam) id: string,
    @Body() body: HandInDto,
    @Act() act: ActRequest,
  ): Promise<ActAnswerDto> {
    return answerOf(await this.acts.perform(handInSpotMoney, id, landedOf(body), act));
  }
}
