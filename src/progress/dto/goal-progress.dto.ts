import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

export class GoalProgressDto {
  /** What was done for the goal, in prose. */
  @ApiProperty({ example: '已保障会议 52 次，全部按时。' })
  @IsString()
  @Length(1, 2000)
  @Matches(/\S/)
  text!: string;
}
