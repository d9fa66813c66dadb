import { Injectable } from '@nestjs/common';
import type { Day } from '@domain/day.js';

/** The only source of time; tests set it. */
@Injectable()
export class Clock {
  private readonly calendars = new Map<string, Intl.DateTimeFormat>();

  now(): Date {
    return new Date();
  }

  /** The calendar day in a time zone, as `YYYY-MM-DD`. */
  today(timeZone: string): Day {
    return this.dayOf(this.now(), timeZone);
  }

  /** The calendar day of a moment in a time zone. */
  dayOf(at: Date, timeZone: string): Day {
    let calendar = this.calendars.get(timeZone);
    if (!calendar) {
      calendar = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
      this.calendars.set(timeZone, calendar);
    }
    return calendar.format(at);
  }
}
