import { Controller, Get, Header, Req, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { Actor } from '@domain/access/policy.js';
import { type ActorRequest, Allows, Live, Me } from '@platform/access/allows.js';
import { Streams } from '@platform/events/streams.js';
import { Refuses } from '@platform/http/openapi.js';
import { StreamMessage } from './stream.view.js';

@Controller('api/v1/stream')
export class StreamController {
  constructor(private readonly streams: Streams) {}

  /** Server-sent events: `hello`, then a message for what happens in the agency and the one who asks may know, within a second. */
  @Get()
  @Live()
  @Allows('stream.read')
  @Header('x-accel-buffering', 'no')
  @ApiExtraModels(StreamMessage)
  @ApiOkResponse({
    description: 'Does not end by itself; whoever reconnects reads anew what they show.',
    content: { 'text/event-stream': { schema: { $ref: getSchemaPath(StreamMessage) } } },
  })
  @Refuses('rate.exceeded', 'service.unavailable')
  open(@Req() request: ActorRequest, @Me() actor: Actor): StreamableFile {
    return new StreamableFile(this.streams.open(actor, request), { type: 'text/event-stream; charset=utf-8' });
  }
}
