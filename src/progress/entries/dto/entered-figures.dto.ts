import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsDecimalText, IsLocalDate } from '../../../common/http/validators.js';
import { type Grade, GRADES } from '../../../domain/indicator.js';

/** What is reached in a month, as people enter or assume it. Which of the fields belong depends on the indicator. */
export class EnteredFiguresDto {
  @IsOptional() @IsDecimalText() value?: string | null;
  @IsOptional() @IsDecimalText() numerator?: string | null;
  @IsOptional() @IsDecimalText() denominator?: string | null;
  @ApiPropertyOptional({ enum: GRADES }) @IsOptional() @IsIn(GRADES) grade?: Grade | null;
  @IsOptional() @IsDecimalText() coefficient?: string | null;
  /** Of a target that is a day: when it was completed. */
  @ApiPropertyOptional({ type: String, format: 'date', nullable: true }) @IsOptional() @IsLocalDate() completedOn?:
    string | null;
  @ApiPropertyOptional() @IsOptional() @IsBoolean() notApplicable?: boolean;
}
