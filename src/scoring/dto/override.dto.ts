import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { IsDecimalText, IsMonthText } from '../../common/http/validators.js';

export class SaveOverrideDto {
  @IsDecimalText() score!: string;
  /** From the score as of this month on. */
  @IsMonthText() fromMonth!: string;
  @ApiProperty({ example: '外部因素导致，经复核调整' }) @IsString() @Length(2, 1000) reason!: string;
}
