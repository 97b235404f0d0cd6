import { ApiProperty } from '@nestjs/swagger';
import { IsMonthText, IsProse } from '../../../common/http/validators.js';

export class FirstMonthQuery {
  /** The month from which on the sheet would be asked for. */
  @ApiProperty({ example: '2026-11' }) @IsMonthText() to!: string;
}

export class ChangeFirstMonthDto {
  /** January: the year as a whole. */
  @ApiProperty({ example: '2026-11' }) @IsMonthText() firstMonth!: string;
  @ApiProperty({ example: '9月、10月的数据可以补报' }) @IsProse(1000) reason!: string;
}
