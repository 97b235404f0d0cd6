import { PickType } from '@nestjs/swagger';
import { SaveEntryDto } from '../../entries/dto/entry.dto.js';

/** What a machine counts in a month; which of them belong depends on the indicator. */
export class CountsDto extends PickType(SaveEntryDto, ['value', 'numerator', 'denominator']) {}
