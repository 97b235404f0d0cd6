import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUUID, Length, Max, Min } from 'class-validator';

/** In the order of the departments' names. */
export class MonthGridQuery {
  @ApiProperty() @Type(() => Number) @IsInt() @Min(1900) @Max(2199) year!: number;
  /** Part of the department's name. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 100) search?: string;
  @ApiPropertyOptional() @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(100) limit = 50;
  @ApiPropertyOptional() @IsOptional() @IsUUID() cursor?: string;
}
