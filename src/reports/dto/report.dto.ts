import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../common/http/page.js';
import { IsMonthText } from '../../common/http/validators.js';

export class ReportQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
  @IsOptional() @IsMonthText() month?: string;
}

export class IssueReportDto {
  @ApiProperty() @IsUUID() departmentId!: string;
  @IsMonthText() month!: string;
}
