import { Body, Controller, Get, Put } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { ChooseNotice } from './notice-choice.dto.js';
import { NoticeChoicesView } from './notice-choice.view.js';
import { NoticeChoicesService } from './notice-choices.service.js';

@Controller('api/v1/notices/choices')
export class NoticeChoicesController {
  constructor(private readonly choices: NoticeChoicesService) {}

  /** How the one who asks is told of each kind of notice. */
  @Get()
  @Allows('notice.read')
  list(@Me() actor: Actor): Promise<NoticeChoicesView> {
    return this.choices.list(actor);
  }

  /** Chooses how one is told of a kind of notice from now on. */
  @Put()
  @Allows('notice.read')
  choose(@Body() values: ChooseNotice, @Me() actor: Actor): Promise<NoticeChoicesView> {
    return this.choices.choose(actor, values);
  }
}
