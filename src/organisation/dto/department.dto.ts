import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { NULLS_ARE_CHECKED } from '../../common/http/validators.js';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';

export class CreateDepartmentDto {
  @ApiProperty({ example: '示例市人民政府办公室' }) @IsString() @Length(1, 200) name!: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() parentId?: string | null;
}

export class UpdateDepartmentDto extends PartialType(CreateDepartmentDto, NULLS_ARE_CHECKED) {}
