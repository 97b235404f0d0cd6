import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { IsMonthText } from '../../common/http/validators.js';

export class ScoreQuery {
  /** By default the last month that is over. */
  @IsOptional() @IsMonthText() asOf?: string;
  @ApiPropertyOptional({ example: 'local-strict' }) @IsOptional() @IsString() @Length(1, 40) policy?: string;
}

export class LeagueTableQuery {
  @IsMonthText() asOf!: string;
}
