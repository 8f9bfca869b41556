import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCivilDate } from '@fajiao/platform';
import { IsIn, IsOptional } from 'class-validator';
import { SERVICE_MODES, type ServiceMode } from '../../domain/events';
import { Line } from './fields';
import { ToldDto } from './told.dto';

/** 送达回证 (APL-61). */
export class ServeDto extends ToldDto {
  /** Direct, left, by post, electronic, by public notice. */
  @IsIn(SERVICE_MODES)
  @ApiProperty({ enum: SERVICE_MODES, example: 'direct' })
  mode!: ServiceMode;

  /** The day on the receipt, of arrival or of leaving; the day of the act unless told. Not with public notice. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  servedOn?: string;

  /** With public notice: it serves thirty days later. The day of the act unless told. */
  @IsOptional()
  @IsCivilDate()
  @ApiPropertyOptional({ example: undefined })
  publishedOn?: string;

  /** Return receipt, witnesses or photographs, consent to electronic service, why other modes failed. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: undefined })
  proof?: string;

  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '示例经营者甲' })
  signedBy?: string;
}
