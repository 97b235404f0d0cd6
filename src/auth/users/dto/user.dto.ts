import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType, PartialType } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { ConfirmedDto } from '../../../common/http/confirmed.dto.js';
import { IsMailAddress, IsOmittable, IsName, IsProse, NULLS_ARE_CHECKED } from '../../../common/http/validators.js';
import { AbsenceDto } from '../../../organisation/dto/absence.dto.js';
import { type Role, ROLES } from '../../../domain/roles.js';

export class CreateUserDto {
  @ApiProperty({ example: 'zhang.shifan' })
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9._-]{1,59}$/, { message: '$property has 2 to 60 of a-z, 0-9, point, hyphen, underscore' })
  username!: string;

  @ApiProperty() @IsName(100) displayName!: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsMailAddress() email?: string | null;
  /** Of the mails; Chinese unless it is said. */
  @ApiPropertyOptional({ enum: ['zh', 'en'] }) @IsOmittable() @IsIn(['zh', 'en']) language?: 'zh' | 'en';
  @ApiProperty({ enum: ROLES }) @IsIn(ROLES) role!: Role;
  /** null: the whole installation, for the roles that may. */
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() departmentId?: string | null;
  @ApiPropertyOptional({ type: [String] })
  @IsOmittable()
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  sectionIds?: string[];
}

export class UpdateUserDto extends IntersectionType(
  PartialType(OmitType(CreateUserDto, ['username']), NULLS_ARE_CHECKED),
  AbsenceDto,
) {
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() disabled?: boolean;
  /** Who the user is at the OpenID provider (`sub`). Ends the password; null ends the link, and needs a password reset. */
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @Matches(/^[\x21-\x7e]{1,255}$/, { message: '$property has 1 to 255 printable ASCII characters' })
  oidcSubject?: string | null;
}

export class NewUserDto extends IntersectionType(CreateUserDto, ConfirmedDto) {}

export class ChangeUserDto extends IntersectionType(UpdateUserDto, ConfirmedDto) {}

/** Whatever can be said of an account. */
export type AccountField = keyof CreateUserDto | keyof UpdateUserDto;

export class HandoverDto extends ConfirmedDto {
  /** The user who takes over. */
  @ApiProperty() @IsUUID() to!: string;
  @ApiProperty() @IsProse(1000) reason!: string;
}
