import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id } from '../../common/http/parameters.js';
import { DatabaseClock } from '../../common/database-clock.js';
import { RefusedAddresses } from '../../delivery/mail/refused-addresses.service.js';
import { RemindersService } from '../reminders.service.js';

@ApiTags('reminders')
@Access({ roles: ['performance-office'], row: { resource: 'contact', parameter: 'id' } })
@Controller('contacts/:id/refusal')
export class RefusedAddressesController {
  constructor(
    private readonly addresses: RefusedAddresses,
    private readonly reminders: RemindersService,
    private readonly clock: DatabaseClock,
  ) {}

  /** The contact's address was refused for good and has been mended since: from now on it gets mail again, first what is due today. */
  @Delete()
  @HttpCode(204)
  async clear(@Param('id', Id) id: string) {
    const departments = await this.addresses.clear(id);
    await this.reminders.sendAgain(await this.clock.now(), departments);
  }
}
