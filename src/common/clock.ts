import { Injectable } from '@nestjs/common';

/** The one source of `now`: read once per operation and passed down, replaced in tests. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
