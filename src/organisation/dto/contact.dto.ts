import { ApiProperty, ApiPropertyOptional, IntersectionType, OmitType, PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Matches } from 'class-validator';
import { IsMailAddress, IsOmittable, IsName, NULLS_ARE_CHECKED } from '../../common/http/validators.js';
import { CONTACT_DUTIES, type ContactDuty } from '../contact.entity.js';
import { AbsenceDto } from './absence.dto.js';

export class CreateContactDto {
  @ApiProperty() @IsUUID() departmentId!: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsUUID() sectionId?: string | null;
  @ApiProperty() @IsName(100) name!: string;
  @ApiProperty() @IsMailAddress() email!: string;
  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9+() -]{3,30}$/)
  phone?: string | null;
  @ApiPropertyOptional({ enum: CONTACT_DUTIES }) @IsOmittable() @IsIn(CONTACT_DUTIES) duty?: ContactDuty;
  @ApiPropertyOptional({ enum: ['zh', 'en'] }) @IsOmittable() @IsIn(['zh', 'en']) language?: 'zh' | 'en';
  @ApiPropertyOptional() @IsOmittable() @IsBoolean() active?: boolean;
  /** The account that this contact is. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  userId?: string | null;
}

/** A contact stays with its department; somebody who moves becomes a new contact there. */
export class UpdateContactDto extends IntersectionType(
  PartialType(OmitType(CreateContactDto, ['departmentId']), NULLS_ARE_CHECKED),
  AbsenceDto,
) {}
