import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsListOf } from '../../common/http/validators.js';
import { type Audience, AUDIENCES } from '../../domain/reminding/reminder-plan.js';
import { type AlertName, ALERT_NAMES } from '../../domain/reminding/told-rules.js';
import type { ReminderRules } from '../reminder-rules.js';

const MAX_STEPS = 20;
const MAX_DEPARTMENTS = 20_000;

function IsAudience(): PropertyDecorator {
  return (target, property) => {
    ApiProperty({ enum: AUDIENCES, isArray: true })(target, property);
    IsArray()(target, property);
    ArrayUnique()(target, property);
    IsIn(AUDIENCES, { each: true })(target, property);
  };
}

class LadderStepDto {
  @ApiProperty() @IsInt() @Min(-20) @Max(60) workingDays!: number;
  @IsAudience() @ArrayMinSize(1) audience!: Audience[];
}

class DepartmentHourDto {
  @ApiProperty() @IsUUID() departmentId!: string;
  @ApiProperty() @IsInt() @Min(1) @Max(23) sendHour!: number;
}

class StalledApprovalDto {
  @ApiProperty() @IsInt() @Min(1) @Max(20) workingDays!: number;
  @ApiProperty() @IsInt() @Min(1) @Max(20) repeatWorkingDays!: number;
}

/** An audience for each alert there is. */
class AlertsDto {}
for (const name of ALERT_NAMES) IsAudience()(AlertsDto.prototype, name);

export class ReminderRulesDto implements ReminderRules {
  @IsListOf(() => LadderStepDto, { least: 1, most: MAX_STEPS }) ladder!: LadderStepDto[];
  @ApiProperty() @IsInt() @Min(1) @Max(60) repeatWorkingDays!: number;
  @ApiProperty() @IsInt() @Min(1) @Max(23) sendHour!: number;
  @IsListOf(() => DepartmentHourDto, { most: MAX_DEPARTMENTS }) departments!: DepartmentHourDto[];
  @ApiProperty() @IsDefined() @ValidateNested() @Type(() => StalledApprovalDto) stalledApproval!: StalledApprovalDto;
  @IsDefined()
  @ValidateNested()
  @Type(() => AlertsDto)
  @ApiProperty({ type: AlertsDto })
  alerts!: Record<AlertName, Audience[]>;
  @ApiProperty() @IsInt() @Min(1) @Max(100) executionLagPoints!: number;
}
