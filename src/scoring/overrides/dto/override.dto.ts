import { ApiProperty } from '@nestjs/swagger';
import { IsDecimalText, IsMonthText, IsProse } from '../../../common/http/validators.js';

export class SaveOverrideDto {
  @IsDecimalText() score!: string;
  /** From the score as of this month on. */
  @IsMonthText() fromMonth!: string;
  @ApiProperty({ example: '外部因素导致，经复核调整' }) @IsProse(1000) reason!: string;
}
