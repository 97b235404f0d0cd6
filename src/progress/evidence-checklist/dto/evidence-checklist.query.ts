import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsMonthText } from '../../../common/http/validators.js';

export class EvidenceChecklistQuery {
  @IsMonthText() month!: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  /** `mine`: only indicators that the caller may enter for. */
  @ApiPropertyOptional({ enum: ['all', 'mine'] }) @IsOptional() @IsIn(['all', 'mine']) whose: 'all' | 'mine' = 'all';
}
