import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '@platform/access/allows.js';
import { Auth } from '@platform/access/auth.js';
import { Refuses } from '@platform/http/openapi.js';
import { JoinAgency } from './join-agency.js';
import { AcceptInvitation } from './user.dto.js';
import { InvitationOfferView, JoinedView } from './user.view.js';
import { Welcome } from './welcome.dto.js';

/** For those who come by a one-time link and are signed in by it. */
@Public()
@Controller('api/auth')
export class JoiningController {
  constructor(
    private readonly auth: Auth,
    private readonly joining: JoinAgency,
  ) {}

  /** What an invitation offers, before it is accepted. */
  @Get('invitation')
  @Refuses('invitation.invalid')
  offer(@Query('token') token: string): Promise<InvitationOfferView> {
    return this.joining.offer(token);
  }

  /** Accepts an invitation: makes the user and signs them in. */
  @Post('invitation')
  @Refuses('invitation.invalid', 'member.exists', 'rate.exceeded')
  async accept(
    @Body() values: AcceptInvitation,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JoinedView> {
    this.auth.guard(request);
    const joined = await this.joining.accept(values);
    await this.auth.enter(request, reply, joined.email, values.password);
    return joined;
  }

  /** Founds the first agency by the link that the first start prints, and signs its owner in. */
  @Post('welcome')
  @Refuses('welcome.invalid', 'agency.slug-taken', 'agency.slug', 'agency.time-zone', 'member.exists', 'rate.exceeded')
  async welcome(
    @Body() values: Welcome,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JoinedView> {
    this.auth.guard(request);
    const joined = await this.joining.welcome(values);
    await this.auth.enter(request, reply, joined.email, values.password);
    return joined;
  }
}
