import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '../../common/http/page.js';
import { MAIL_STATES, type MailState } from '../../domain/reminding/mail-state.js';
import { NOTIFICATION_RULES, type NotificationRule } from '../../domain/reminding/told-rules.js';

/** Newest first. */
export class LedgerQuery extends PageQuery {
  /** Part of the name of whoever was told, or of their department's. */
  @ApiPropertyOptional() @IsOptional() @IsString() @Length(1, 100) search?: string;
  @ApiPropertyOptional({ enum: NOTIFICATION_RULES }) @IsOptional() @IsIn(NOTIFICATION_RULES) rule?: NotificationRule;
  /** What became of the mail. */
  @ApiPropertyOptional({ enum: MAIL_STATES }) @IsOptional() @IsIn(MAIL_STATES) state?: MailState;
  @ApiPropertyOptional() @IsOptional() @IsUUID() contactId?: string;
}
