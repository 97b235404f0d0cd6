import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '../../common/http/page.js';

export const IMPORT_STATES = ['open', 'adopted'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Newest first. */
export class ImportsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: IMPORT_STATES }) @IsOptional() @IsIn(IMPORT_STATES) state?: ImportState;
}
