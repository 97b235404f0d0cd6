import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../common/access/access.decorator.js';
import { Id } from '../../common/http/parameters.js';
import { RefusedAddresses } from './refused-addresses.service.js';

@ApiTags('reminders')
@Controller()
export class RefusedAddressesController {
  constructor(private readonly addresses: RefusedAddresses) {}

  /** The contact's address was refused for good and has been mended since: from now on it gets mail again, first what is due today. */
  @Delete('contacts/:id/refusal')
  @HttpCode(204)
  @Access({ roles: ['performance-office'], row: { resource: 'contact', parameter: 'id' } })
  ofContact(@Param('id', Id) id: string) {
    return this.addresses.clear('contact', id);
  }

  /** The accounts whose address was refused for good, with what its server said. */
  @Get('mails/refused-accounts')
  @Access({ roles: ['security-administrator'] })
  async accounts() {
    return { items: await this.addresses.accounts(), nextCursor: null };
  }

  /** The same of an account's address, such as an administrator's, who is no contact. */
  @Delete('users/:id/refusal')
  @HttpCode(204)
  @Access({ roles: ['security-administrator'], row: { resource: 'user', parameter: 'id' } })
  ofAccount(@Param('id', Id) id: string) {
    return this.addresses.clear('app_user', id);
  }
}
