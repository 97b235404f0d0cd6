import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { IsName, IsOmittable, NULLS_ARE_CHECKED } from '../../common/http/validators.js';

export class SectionDto {
  @ApiProperty({ example: '综合股' }) @IsName(100) name!: string;
}

export class UpdateSectionDto extends PartialType(SectionDto, NULLS_ARE_CHECKED) {
  /** It keeps what it has, and gets nothing new. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() disabled?: boolean;
}
