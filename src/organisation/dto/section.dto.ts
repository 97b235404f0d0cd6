import { ApiProperty } from '@nestjs/swagger';
import { IsProse } from '../../common/http/validators.js';

export class SectionDto {
  @ApiProperty({ example: '综合股' }) @IsProse(100) name!: string;
}
