import { Body, Controller, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../common/access/access.decorator.js';
import type { Actor } from '../../common/access/actor.js';
import { Idempotent } from '../../common/http/idempotency/idempotent.decorator.js';
import { languageOf } from '../../common/http/language.js';
import { problemOf } from '../../common/http/problem-details.js';
import { MANAGERS } from '../../domain/roles.js';
import { AskedRemindersService } from './asked-reminders.service.js';
import { AskManyDto, AskManyQuery } from './dto/ask-many.dto.js';

@ApiTags('reminders')
@Controller('reminders/asked')
export class AskedManyController {
  constructor(private readonly asked: AskedRemindersService) {}

  /**
   * Reminds whoever answers for any of these entries, each person in one mail and of the same entry at most once a day.
   * `told`: who gets a mail, and of how many entries; `entries` says of each whether somebody is told, or why not.
   */
  @Post()
  @HttpCode(200)
  @Idempotent()
  @Access({ roles: MANAGERS })
  async askAll(
    @Body() { entries }: AskManyDto,
    @Query() { dryRun }: AskManyQuery,
    @CurrentActor() actor: Actor,
    @Headers('accept-language') acceptLanguage?: string,
  ) {
    const outcomes = await this.asked.askAll(entries, actor, { dryRun: dryRun === 'true' });
    const told = new Map<string, { name: string; entries: number }>();
    for (const { person, name } of outcomes.flatMap((outcome) => outcome.told))
      told.set(person, { name, entries: (told.get(person)?.entries ?? 0) + 1 });
    const language = languageOf(acceptLanguage);
    return {
      told: [...told.values()],
      entries: outcomes.map(({ indicatorId, month, refusal, told: names }) => ({
        indicatorId,
        month,
        told: names.map(({ name }) => name),
        problem: refusal && problemOf(refusal, language),
      })),
    };
  }
}
