import { Injectable } from '@nestjs/common';
import { may, type Actor } from '@domain/access/policy.js';
import { memberAbilities } from '@domain/agencies/member.rules.js';
import { Lists } from '@platform/lists/lists.js';
import type { Page } from '@platform/lists/page.js';
import type { RawQuery } from '@platform/lists/query.js';
import { invitationList, userList } from './user.fields.js';
import type { InvitationView, UserRow, UserView } from './user.view.js';

@Injectable()
export class UsersQueries {
  constructor(private readonly lists: Lists) {}

  page(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(userList, actor, query);
  }

  async view(actor: Actor, id: string): Promise<UserView> {
    const user = await this.lists.detail<UserRow>(userList, actor, id);
    const suspendedAt = user.state === 'suspended' ? user.updatedAt : null;
    return { ...user, abilities: memberAbilities(actor, { id: user.id, suspendedAt }) };
  }

  invitations(actor: Actor, query: RawQuery): Promise<Page> {
    return this.lists.page(invitationList, actor, query);
  }

  async invitation(actor: Actor, id: string): Promise<InvitationView> {
    const invitation = await this.lists.detail<InvitationView>(invitationList, actor, id);
    return { ...invitation, abilities: may(actor, 'user.manage') ? ['renew', 'revoke'] : [] };
  }
}
