import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { EVIDENCE_KINDS, type EvidenceKind } from '../evidence.entity.js';

export class EvidenceQuery {
  /** By default what the indicator demands. */
  @ApiPropertyOptional({ enum: EVIDENCE_KINDS }) @IsOptional() @IsIn(EVIDENCE_KINDS) kind: EvidenceKind | null = null;
}

export class ReuseEvidenceDto {
  /** Evidence of any month of any indicator that the caller sees. */
  @ApiProperty() @IsUUID() evidenceId!: string;
}
