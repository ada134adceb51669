import DataLoader from 'dataloader';
import { Injectable } from '@nestjs/common';
import { AccessService } from '#access/access.service.js';
import { Clock } from '#kernel/clock.js';
import { PerViewerCache } from '#policy/engine/per-viewer-cache.js';
import { Viewer } from '#policy/viewer.js';
import { Profile } from '#profiles/profile.entity.js';
import { ProfileField } from '#profiles/persons/profile-field.entity.js';
import type { IntroducedPerson } from './introduced-person.view.js';
import { Introduction, IntroductionState } from './introduction.entity.js';
import { visibleIntroductionState } from './introduction-rules.js';

/**
 * Profile fields that a request shows to its recipient, whatever their audience. The request form tells the requester
 * so.
 */
const OPENED = ['name', 'issueAreas', 'practices', 'territories'] as const;
/** Profile fields on a card, subject to their audience. */
const CARD = [...OPENED, 'avatar'] as const;

type Fields = Map<string, ProfileField>;
const keyOf = (accountId: string, kind: string) => `${accountId} ${kind}`;

/**
 * A request does not disclose the picture: the viewer sees it only if they may see both name and picture in the
 * profile.
 */
const pictureIn = (seen: Fields, accountId: string): string | null =>
  (seen.has(keyOf(accountId, 'name')) && seen.get(keyOf(accountId, 'avatar'))?.text) || null;

/** The account of a card, and whether the request discloses its fields. */
interface Side {
  readonly accountId: string;
  readonly isOpened: boolean;
}

/** Loads cards of the members of introductions, as the viewer may see them. Batched. */
@Injectable()
export class IntroductionCards {
  private readonly loaders = new PerViewerCache<DataLoader<Side, IntroducedPerson>>();

  constructor(
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** The other member; for an introducer, the requester. */
  of(viewer: Viewer, introduction: Introduction): Promise<IntroducedPerson> {
    const { askerId, askedId } = introduction;
    const accountId = askerId === viewer.accountId ? askedId : askerId;
    return this.card(viewer, { accountId, isOpened: this.isAskingOf(viewer, introduction) });
  }

  /** For an introducer, the member who is asked, as far as the introducer may see them; else null. */
  async toMeet(viewer: Viewer, introduction: Introduction): Promise<IntroducedPerson | null> {
    const { introducerId, askedId: accountId } = introduction;
    if (introducerId !== viewer.accountId) return null;
    return this.card(viewer, { accountId, isOpened: false });
  }

  /** The introducer, as far as the viewer may see them; null if the viewer is the introducer or there is none. */
  async introducer(viewer: Viewer, introduction: Introduction): Promise<IntroducedPerson | null> {
    const { introducerId: accountId } = introduction;
    if (accountId === null || accountId === viewer.accountId) return null;
    return this.card(viewer, { accountId, isOpened: false });
  }

  private card(viewer: Viewer, side: Side): Promise<IntroducedPerson> {
    const make = () =>
      new DataLoader((batch: readonly Side[]) => this.load(viewer, batch), { cache: false });
    return this.loaders.of(viewer, make).load(side);
  }

  private async load(viewer: Viewer, batch: readonly Side[]): Promise<IntroducedPerson[]> {
    const idsOf = (some: readonly Side[]) => some.map(({ accountId }) => accountId);
    const system = Viewer.system('who is asked is shown who asks, as long as the answer waits');
    const opened = await this.fieldsOf(
      system,
      idsOf(batch.filter(({ isOpened }) => isOpened)),
      OPENED,
    );
    const seen = await this.fieldsOf(viewer, idsOf(batch), CARD);
    const profileIds = await this.profileIdsOf(viewer, idsOf(batch));
    return batch.map(({ accountId, isOpened }) => {
      const fields = isOpened ? opened : seen;
      const termsOf = (kind: string) => fields.get(keyOf(accountId, kind))?.terms ?? [];
      return {
        personId: profileIds.get(accountId) ?? null,
        name: fields.get(keyOf(accountId, 'name'))?.text ?? '',
        avatar: pictureIn(seen, accountId),
        issueAreas: termsOf('issueAreas'),
        practices: termsOf('practices'),
        territories: termsOf('territories'),
      };
    });
  }

  private isAskingOf(viewer: Viewer, introduction: Introduction): boolean {
    const state = visibleIntroductionState(introduction, false, this.clock.now());
    return introduction.askedId === viewer.accountId && state === IntroductionState.waiting;
  }

  private async fieldsOf(
    viewer: Viewer,
    accountIds: readonly string[],
    kinds: readonly ProfileField['kind'][],
  ): Promise<Fields> {
    if (accountIds.length === 0) return new Map();
    const fields = await this.access
      .list(ProfileField, viewer)
      .andWhere('it.account_id = any(:accountIds) and it.kind = any(:kinds)', {
        accountIds,
        kinds,
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
