import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id } from '../../common/http/parameters.js';
import { RefusedAddresses } from './refused-addresses.service.js';

@ApiTags('reminders')
@Access({ roles: ['performance-office'], row: { resource: 'contact', parameter: 'id' } })
@Controller('contacts/:id/refusal')
export class RefusedAddressesController {
  constructor(private readonly addresses: RefusedAddresses) {}

  /** The contact's address was refused for good and has been mended since: from now on it gets mail again. */
  @Delete()
  @HttpCode(204)
  clear(@Param('id', Id) id: string) {
    return this.addresses.clear(id);
  }
}
