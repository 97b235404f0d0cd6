import { ApiProperty } from '@nestjs/swagger';
import { IsName } from '../../common/http/validators.js';

export class SectionDto {
  @ApiProperty({ example: '综合股' }) @IsName(100) name!: string;
}
