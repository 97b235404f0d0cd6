import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, Length } from 'class-validator';
import { ConfirmedDto } from '../../../common/http/confirmed.dto.js';
import { AbsenceDto } from '../../../organisation/dto/absence.dto.js';

export class SignInDto {
  @ApiProperty() @IsString() @Length(1, 100) username!: string;
  /** Long enough for a sentence; hashing a book would be a way to keep the service busy. */
  @ApiProperty() @IsString() @Length(1, 200) password!: string;
}

export class ChangePasswordDto {
  @ApiProperty() @IsString() @Length(1, 200) current!: string;
  @ApiProperty() @IsString() @Length(1, 200) password!: string;
}

export class OwnAbsenceDto extends IntersectionType(AbsenceDto, ConfirmedDto) {}

export class LanguageDto {
  @ApiProperty({ enum: ['zh', 'en'] }) @IsIn(['zh', 'en']) language!: 'zh' | 'en';
}
