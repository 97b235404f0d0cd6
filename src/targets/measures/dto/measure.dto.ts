import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, IsUUID } from 'class-validator';
import { IsName } from '../../../common/http/validators.js';
import { PageQuery } from '../../../common/http/page.js';

const MOST_INDICATORS = 50;

export class LinkMeasureDto {
  /** The indicators that it feeds, of one year and one department; none dissolves it. */
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(MOST_INDICATORS)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  indicatorIds!: string[];
}

export class CreateMeasureDto extends LinkMeasureDto {
  @ApiProperty() @IsUUID() departmentId!: string;
  @ApiProperty({ example: '市长信箱回复率' }) @IsName(200) name!: string;
  /** Who enters it; left out: the section of its indicators, where they share one. */
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() sectionId?: string | null;
}

export class MeasureQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
}

export class MeasureProposalsQuery extends PickType(MeasureQuery, ['departmentId']) {}
