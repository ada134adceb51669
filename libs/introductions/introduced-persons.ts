import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock } from '#kernel/clock.js';
import { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { ProfileField } from '#profiles/profile-field.entity.js';
import type { IntroducedPerson } from './introduced-person.view.js';
import { Introduction, IntroductionState } from './introduction.entity.js';
import { shownState } from './introduction-rules.js';

/** What an ask shows of the asker, whatever its audience; the ask says so before it is sent. */
const CARD = ['name', 'issueAreas', 'practices', 'territories'] as const;

type Fields = Map<string, ProfileField>;
const keyOf = (accountId: string, kind: string) => `${accountId} ${kind}`;

/** Who is at the other side of an introduction, as its viewer may see them. Batched for a list. */
@Injectable()
export class IntroducedPersons {
  private readonly loaders = new WeakMap<Viewer, DataLoader<Introduction, IntroducedPerson>>();

  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  of(viewer: Viewer, introduction: Introduction): Promise<IntroducedPerson> {
    let loader = this.loaders.get(viewer);
    if (!loader) {
      loader = new DataLoader((batch) => this.load(viewer, batch), { cache: false });
      this.loaders.set(viewer, loader);
    }
    return loader.load(introduction);
  }

  private async load(viewer: Viewer, batch: readonly Introduction[]): Promise<IntroducedPerson[]> {
    const otherOf = ({ askerId, askedId }: Introduction) =>
      askerId === viewer.accountId ? askedId : askerId;
    const asking = batch.filter((one) => this.isAskingOf(viewer, one));
    const system = Viewer.system('who is asked is shown who asks, as long as the answer waits');
    const opened = await this.fieldsOf(system, asking.map(otherOf));
    const seen = await this.fieldsOf(viewer, batch.map(otherOf));
    const profileIds = await this.profileIdsOf(viewer, batch.map(otherOf));
    return batch.map((one) => {
      const accountId = otherOf(one);
      const fields = asking.includes(one) ? opened : seen;
      const termsOf = (kind: string) => fields.get(keyOf(accountId, kind))?.terms ?? [];
      return {
        personId: profileIds.get(accountId) ?? null,
        name: fields.get(keyOf(accountId, 'name'))?.text ?? '',
        issueAreas: termsOf('issueAreas'),
        practices: termsOf('practices'),
        territories: termsOf('territories'),
      };
    });
  }

  private isAskingOf(viewer: Viewer, introduction: Introduction): boolean {
    const state = shownState(introduction, false, this.clock.now());
    return introduction.askedId === viewer.accountId && state === IntroductionState.waiting;
  }

  private async fieldsOf(viewer: Viewer, accountIds: readonly string[]): Promise<Fields> {
    if (accountIds.length === 0) return new Map();
    const fields = await this.access
      .list(ProfileField, viewer)
      .andWhere('it.account_id = any(:accountIds) and it.kind = any(:kinds)', {
        accountIds,
        kinds: CARD,
      })
      .getMany();
    return new Map(fields.map((field) => [keyOf(field.accountId, field.kind), field]));
  }

  private async profileIdsOf(viewer: Viewer, accountIds: readonly string[]) {
    const profiles = await this.access
      .list(Profile, viewer)
      .andWhere('it.account_id = any(:accountIds)', { accountIds })
      .getMany();
    return new Map(profiles.map((profile) => [profile.accountId, profile.id]));
  }
}
