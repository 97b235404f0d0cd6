import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';

export class SectionDto {
  @ApiProperty({ example: '综合股' }) @IsString() @Length(1, 100) name!: string;
}
