import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Reactions } from '@platform/jobs/reactions.js';
import { MessageTemplatesService } from './message-templates.service.js';

/** An agency begins with texts to write with. */
@Injectable()
export class MessageTemplatesReactions implements OnModuleInit {
  constructor(
    private readonly reactions: Reactions,
    private readonly templates: MessageTemplatesService,
  ) {}

  onModuleInit(): void {
    this.reactions.on('agency.founded', 'poaching.ship-templates', () => this.templates.ship());
  }
}
