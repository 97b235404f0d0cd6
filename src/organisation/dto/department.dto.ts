import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { IsName, IsOmittable, NULLS_ARE_CHECKED } from '../../common/http/validators.js';
import { IsBoolean, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class CreateDepartmentDto {
  @ApiProperty({ example: '示例市人民政府办公室' }) @IsName(200) name!: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() parentId?: string | null;
}

/** Deadlines: null is what holds for the installation. */
export class UpdateDepartmentDto extends PartialType(CreateDepartmentDto, NULLS_ARE_CHECKED) {
  /** It keeps what it has, and gets nothing new. */
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() disabled?: boolean;
  /** Working day of the following month. */
  @ApiPropertyOptional({ type: Number, nullable: true }) @IsOptional() @IsInt() @Min(1) @Max(20) dueWorkingDay?:
    number | null;
  /** Local hour. */
  @ApiPropertyOptional({ type: Number, nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(23) dueHour?:
    number | null;
  /** Working days after the due date on which a month closes by itself; 0: it does not. */
  @ApiPropertyOptional({ type: Number, nullable: true }) @IsOptional() @IsInt() @Min(0) @Max(60) closesAfter?:
    number | null;
}
