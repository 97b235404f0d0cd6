import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min, ValidateBy } from 'class-validator';
import { AnsweredByRow } from '../../../common/http/unfit-values.js';
import { IsListOf, IsMonthText, IsProse } from '../../../common/http/validators.js';
import { ReasonDto, SaveEntryDto } from '../../entries/dto/entry.dto.js';

const MOST_ROWS = 1000;
const YES = ['', 'true'];

/** A row that empties an entry and fills it as well contradicts itself. */
const SaysNothingElse = (allowed: readonly string[]): PropertyDecorator =>
  ValidateBy({
    name: 'saysNothingElse',
    validator: {
      validate: (empty, context) =>
        empty !== true ||
        Object.entries(context?.object ?? {}).every(([name, value]) => value == null || allowed.includes(name)),
      defaultMessage: () => 'a row with $property holds nothing but indicatorId and version beside it',
    },
  });

export class BulkRowDto extends SaveEntryDto {
  @ApiProperty() @IsUUID() indicatorId!: string;
  /** The version that was seen; null or left out: there was no entry. */
  @ApiPropertyOptional({ type: Number, nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(1_000_000_000) version?:
    number | null;
  /** Empties the entry; the row then says nothing else. */
  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  @SaysNothingElse(['indicatorId', 'version', 'empty'])
  empty?: boolean;
}

@AnsweredByRow()
export class BulkSaveDto {
  @IsMonthText() month!: string;
  @IsListOf(() => BulkRowDto, { least: 1, most: MOST_ROWS }) rows!: BulkRowDto[];
}

export class SeenEntryDto {
  @ApiProperty() @IsUUID() indicatorId!: string;
  @IsMonthText() month!: string;
  @ApiProperty() @IsInt() @Min(1) @Max(1_000_000_000) version!: number;
}

export class BulkMoveDto {
  @IsListOf(() => SeenEntryDto, { least: 1, most: MOST_ROWS }) rows!: SeenEntryDto[];
}

export class BulkMoveWithReasonDto extends BulkMoveDto implements ReasonDto {
  @ApiProperty() @IsProse(1000) reason!: string;
}

export class BulkQuery {
  /** What would become of each row; nothing is written. */
  @ApiPropertyOptional({ enum: ['true', 'false'] }) @IsOptional() @IsIn([...YES, 'false']) dryRun?: string;
  /** Write every row, or none. */
  @ApiPropertyOptional({ enum: ['true', 'false'] }) @IsOptional() @IsIn([...YES, 'false']) allOrNothing?: string;
}

export const bulkOptions = ({ dryRun, allOrNothing }: BulkQuery) => ({
  dryRun: YES.includes(dryRun ?? 'false'),
  allOrNothing: YES.includes(allOrNothing ?? 'false'),
});
