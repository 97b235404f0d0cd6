import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsMonthText } from '../../../common/http/validators.js';

const YES = ['', 'true'];

export class TemplateQuery {
  @IsMonthText() month!: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @ApiPropertyOptional() @IsOptional() @IsUUID() sectionId?: string;
}

export class UploadQuery {
  @IsMonthText() month!: string;
  /** A preview: what would become of each row. */
  @ApiPropertyOptional({ enum: ['true', 'false'] }) @IsOptional() @IsIn([...YES, 'false']) dryRun?: string;
  /** Write the rows that are right although others are not. */
  @ApiPropertyOptional({ enum: ['true', 'false'] }) @IsOptional() @IsIn([...YES, 'false']) partial?: string;
}

export const uploadOptions = ({ dryRun, partial }: UploadQuery) => ({
  dryRun: YES.includes(dryRun ?? 'false'),
  allOrNothing: !YES.includes(partial ?? 'false'),
});
