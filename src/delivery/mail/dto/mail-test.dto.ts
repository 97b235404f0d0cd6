import { ApiProperty } from '@nestjs/swagger';
import { IsMailAddress } from '../../../common/http/validators.js';

export class MailTestDto {
  /** Where the test mail goes. */
  @ApiProperty({ example: 'zhang.shifan@example.org' }) @IsMailAddress() to!: string;
}
