import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '../../common/http/page.js';

/** In the order of the names. */
export class OrganisationQuery extends PageQuery {
  /** Part of the department's name. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 100) search?: string;
  /** Only departments that lack somebody. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @Transform(({ obj }: { obj: Record<string, unknown> }) => obj.lacking === true || obj.lacking === 'true')
  @IsBoolean()
  lacking?: boolean;
}

export class ContactsQuery extends PageQuery {
  @ApiPropertyOptional() @IsOptional() @IsUUID() departmentId?: string;
}
