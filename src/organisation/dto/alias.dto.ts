import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../common/http/page.js';

export class AliasQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
}
