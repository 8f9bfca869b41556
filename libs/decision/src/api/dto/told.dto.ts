import { IsInstant } from '@fajiao/platform';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Line } from './fields';

/** What every act may say besides its form. */
export class ToldDto {
  /** When it happened; now unless told. Deadlines are judged by it. */
  @IsOptional()
  @IsInstant()
  @ApiPropertyOptional()
  occurredAt?: string;

  /** Why it is recorded more than two working days after it happened. */
  @IsOptional()
  @Line()
  @ApiPropertyOptional({ example: '下乡期间无网络' })
  lateReason?: string;
}

/** An act that says everything by its name. */
export class PlainActDto extends ToldDto {}
