import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsListOf, IsMonthText } from '../../../common/http/validators.js';

class EntryToAskDto {
  @IsUUID() indicatorId!: string;
  @IsMonthText() month!: string;
}

export class AskManyDto {
  @IsListOf(() => EntryToAskDto, { least: 1, most: 500 }) entries!: EntryToAskDto[];
}

export class AskManyQuery {
  /** A preview: who would be told, and why others would not. */
  @ApiPropertyOptional({ enum: ['true', 'false'] }) @IsOptional() @IsIn(['true', 'false']) dryRun?: string;
}
