import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Refusal } from '@domain/refusal.js';
import { Public } from '../access/allows.js';
import { Units } from '../db/units.js';
import { Readiness } from './readiness.js';

/** For those who watch the process, not for users. */
@Public()
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly units: Units,
    private readonly readiness: Readiness,
  ) {}

  /** The process runs; the database is not asked. */
  @Get('healthz')
  healthz(): { status: string } {
    return { status: 'ok' };
  }

  /** Requests can be served: the database answers and the process is not stopping. */
  @Get('readyz')
  async readyz(): Promise<{ status: string }> {
    if (this.readiness.stopping || !(await this.units.ready())) throw new Refusal('service.unavailable');
    return { status: 'ready' };
  }
}
