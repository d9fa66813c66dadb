import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '@domain/access/policy.js';
import { Allows, Me } from '@platform/access/allows.js';
import { Answers, Refuses } from '@platform/http/openapi.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { InvitationsService } from './invitations.service.js';
import { InviteUser, PatchUser } from './user.dto.js';
import { invitationList, userList } from './user.fields.js';
import { InvitationRow, SentInvitationView, UserRow, UserView } from './user.view.js';
import { UsersQueries } from './users.queries.js';
import { UsersService } from './users.service.js';

@Controller('api/v1/users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly invitations: InvitationsService,
    private readonly queries: UsersQueries,
  ) {}

  /** The colleagues, and the users of clients. */
  @Get()
  @Allows('user.read')
  @Answers(userList, UserRow)
  list(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.page(actor, query);
  }

  /** Invitations that wait for an answer. */
  @Get('invitations')
  @Allows('user.manage')
  @Answers(invitationList, InvitationRow)
  invited(@Query() query: RawQuery, @Me() actor: Actor): Promise<Page> {
    return this.queries.invitations(actor, query);
  }

  /** Invites someone by mail; the one-time link is also answered. */
  @Post('invitations')
  @Allows('user.manage')
  @Refuses('member.exists', 'invitation.open', 'member.client', 'reference.unknown')
  invite(@Body() values: InviteUser, @Me() actor: Actor): Promise<SentInvitationView> {
    return this.invitations.invite(actor, values);
  }

  /** Mails a new link with a new end; the former link is void. */
  @Post('invitations/:id/renewal')
  @HttpCode(200)
  @Allows('user.manage')
  renew(@Param('id') id: string, @Me() actor: Actor): Promise<SentInvitationView> {
    return this.invitations.renew(actor, id);
  }

  /** Takes an invitation back. */
  @Delete('invitations/:id')
  @HttpCode(204)
  @Allows('user.manage')
  revoke(@Param('id') id: string, @Me() actor: Actor): Promise<void> {
    return this.invitations.revoke(actor, id);
  }

  /** One user. */
  @Get(':id')
  @Allows('user.read')
  get(@Param('id') id: string, @Me() actor: Actor): Promise<UserView> {
    return this.queries.view(actor, id);
  }

  /** Changes name, role and client of a user. */
  @Patch(':id')
  @Allows('user.manage')
  @Refuses('member.self', 'member.last-owner', 'member.client', 'reference.unknown')
  patch(@Param('id') id: string, @Body() values: PatchUser, @Me() actor: Actor): Promise<UserView> {
    return this.users.patch(actor, id, values);
  }

  /** Shuts a user out at once: sessions end, keys stop. */
  @Post(':id/suspension')
  @HttpCode(200)
  @Allows('user.manage')
  @Refuses('member.self', 'member.last-owner', 'member.state')
  suspend(@Param('id') id: string, @Me() actor: Actor): Promise<UserView> {
    return this.users.suspend(actor, id, true);
  }

  /** Lets a suspended user in again; they sign in anew. */
  @Delete(':id/suspension')
  @Allows('user.manage')
  @Refuses('member.self', 'member.state')
  resume(@Param('id') id: string, @Me() actor: Actor): Promise<UserView> {
    return this.users.suspend(actor, id, false);
  }
}
