import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { ViewerLoader } from '#access/viewer.loader.js';
import { Invalid, NotFound } from '#kernel/errors.js';
import { Viewer } from '#policy/viewer.js';
import { Person } from './person.view.js';
import { Profile } from '../profile.entity.js';
import { PreviewRole, type ViewAsInput } from '../profiles.inputs.js';

/**
 * The preview "see it as…": shows the viewer's own profile with the rights of another person, through the normal read
 * code.
 */
@Injectable()
export class ViewAsService {
  constructor(
    private readonly access: AccessService,
    private readonly viewers: ViewerLoader,
  ) {}

  /** Returns what the other person would see, or null if that person could not see the profile. */
  async see(viewer: Viewer, input: ViewAsInput): Promise<Person | null> {
    const onlooker = await this.onlooker(viewer, input);
    const own = await this.access.list(Profile, viewer, 'edit').getOne();
    if (!own) throw new NotFound();
    const seen = await this.access.loader(Profile, onlooker).load(own.id);
    return seen && new Person(seen, onlooker, true);
  }

  private onlooker(
    viewer: Viewer,
    { as, groupId, personId }: ViewAsInput,
  ): Promise<Viewer> | Viewer {
    const { at } = viewer;
    const none = { member: [], facilitator: [], steward: [], plain: [], readOnly: [] };
    if (as === PreviewRole.member) return Viewer.imagined({ at });
    if (as === PreviewRole.ally) return Viewer.imagined({ at, allies: [viewer.accountId] });
    if (as === PreviewRole.person) return this.somebody(viewer, personId);
    if (!groupId) throw new Invalid('input', { groupId: 'missing' });
    // A coalition is no shared group.
    const isGroup = !viewer.coalitions.near.includes(groupId);
    if (!isGroup || !viewer.groups.member.includes(groupId)) throw new NotFound();
    return Viewer.imagined({ at, groups: { ...none, member: [groupId], plain: [groupId] } });
  }

  private async somebody(viewer: Viewer, personId: string | null | undefined): Promise<Viewer> {
    if (!personId) throw new Invalid('input', { personId: 'missing' });
    const profile = await this.access.load(Profile, personId, viewer, 'read');
    const onlooker = await this.viewers.byAccount(profile.accountId);
    if (!onlooker) throw new NotFound();
    return onlooker;
  }
}
