import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { IsOmittable, NULLS_ARE_CHECKED } from '../../common/http/validators.js';
import { CONTACT_DUTIES, type ContactDuty } from '../contact.entity.js';

const LOCAL_DATE = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class CreateContactDto {
  @ApiProperty() @IsUUID() departmentId!: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() sectionId?: string | null;
  @ApiProperty() @IsString() @Length(1, 100) name!: string;
  @ApiProperty() @IsEmail() email!: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9+() -]{3,30}$/)
  phone?: string | null;
  @ApiPropertyOptional({ enum: CONTACT_DUTIES }) @IsOmittable() @IsIn(CONTACT_DUTIES) duty?: ContactDuty;
  @ApiPropertyOptional({ enum: ['zh', 'en'] }) @IsOmittable() @IsIn(['zh', 'en']) language?: 'zh' | 'en';
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() active?: boolean;
}

/** A contact stays with its department; somebody who moves becomes a new contact there. */
export class UpdateContactDto extends PartialType(OmitType(CreateContactDto, ['departmentId']), NULLS_ARE_CHECKED) {
  /** Who gets the mails from `awayFrom` to `awayUntil`. */
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() deputyId?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @Matches(LOCAL_DATE) awayFrom?: string | null;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @Matches(LOCAL_DATE) awayUntil?: string | null;
}
