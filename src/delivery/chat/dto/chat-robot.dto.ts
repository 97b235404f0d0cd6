import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUrl, Length } from 'class-validator';
import { ConfirmedDto } from '../../../common/http/confirmed.dto.js';
import { type Platform, PLATFORMS } from '../chat-robot.entity.js';

export class ChatRobotDto extends ConfirmedDto {
  @ApiProperty({ enum: PLATFORMS }) @IsIn(PLATFORMS) platform!: Platform;
  @ApiProperty() @IsString() @IsUrl({ require_tld: false, protocols: ['http', 'https'] }) @Length(1, 500) url!: string;
  @ApiPropertyOptional({ type: String, nullable: true }) @IsOptional() @IsString() @Length(1, 200) secret?:
    string | null;
}
