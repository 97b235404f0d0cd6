import { ApiProperty } from '@nestjs/swagger';
import { IsProse } from '../../../common/http/validators.js';

export class GoalProgressDto {
  /** What was done for the goal, in prose. */
  @ApiProperty({ example: '已保障会议 52 次，全部按时。' })
  @IsProse(2000)
  text!: string;
}
