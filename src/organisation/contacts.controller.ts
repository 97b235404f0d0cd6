import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery } from '../common/http/page.js';
import { Id, SeenVersion } from '../common/http/parameters.js';
import { ContactsService } from './contacts.service.js';
import { CreateContactDto, UpdateContactDto } from './dto/contact.dto.js';

@ApiTags('organisation')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get()
  list(@Query() query: PageQuery) {
    return this.contacts.list(query);
  }

  @Get(':id')
  find(@Param('id', Id) id: string) {
    return this.contacts.find(id);
  }

  @Post()
  create(@Body() body: CreateContactDto) {
    return this.contacts.create(body);
  }

  @Patch(':id')
  update(@Param('id', Id) id: string, @SeenVersion() version: number | null, @Body() body: UpdateContactDto) {
    return this.contacts.update(id, version, body);
  }

  @Delete(':id')
  @HttpCode(204)
  delete(@Param('id', Id) id: string, @SeenVersion() version: number | null) {
    return this.contacts.delete(id, version);
  }
}
