import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsMonthText } from '../../common/http/validators.js';
import { VIEWS, type View } from '../shown-score.js';

export class ScoreQuery {
  /** By default the last month that is over. */
  @IsOptional() @IsMonthText() asOf?: string;
  @ApiPropertyOptional({ example: 'local-strict' }) @IsOptional() @IsString() @Length(1, 40) policy?: string;
  /** By default all three. */
  @ApiPropertyOptional({ enum: VIEWS }) @IsOptional() @IsIn(VIEWS) view?: View;
}

export class LeagueTableQuery {
  @IsMonthText() asOf!: string;
}
