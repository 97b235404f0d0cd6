import { IsBoolean } from 'class-validator';

export class OwnMailsDto {
  @IsBoolean() optedOut!: boolean;
}
