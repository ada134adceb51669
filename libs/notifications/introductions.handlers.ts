import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  IntroductionAccepted,
  IntroductionAsked,
  IntroductionPassedOn,
  IntroductionWithdrawn,
  SuggestionAgreed,
  SuggestionMade,
} from '#introductions/introductions.events.js';
import { AllianceEnded, MemberBlocked, MemberUnblocked } from '#members/members.events.js';
import { NotificationsService } from './notifications.service.js';

interface Sides {
  readonly introductionId: string;
  readonly askerId: string;
  readonly askedId: string;
  readonly withId: string | null;
}

const introduction = (id: string) => ({
  told: { of: 'Introduction', id },
  news: { subject: 'introduction', id },
});

const idsOf = (id: string | null) => (id ? [id] : []);

/**
 * Notifies members about introductions. A declined or lapsed request has no handler, because the requester must not
 * notice either.
 */
@Injectable()
export class IntroductionHandlers {
  constructor(private readonly notices: NotificationsService) {}

  /** Notifies the member who must act next: the introducer if there is one, else the recipient. */
  @On(IntroductionAsked, { id: 'TellTheTwoOfAnIntroduction.whenSomeoneIsAsked' })
  async whenSomeoneIsAsked(of: Sides): Promise<void> {
    await this.tellWhoHasIt(of);
  }

  @On(IntroductionPassedOn, { id: 'TellTheTwoOfAnIntroduction.whenItIsPassedOn' })
  async whenItIsPassedOn(of: Sides): Promise<void> {
    await this.tellWhoHasIt(of);
  }

  @On(IntroductionAccepted, { id: 'TellTheTwoOfAnIntroduction.whenItIsAccepted' })
  async whenItIsAccepted({ introductionId, askerId, askedId }: Sides): Promise<void> {
    const { told, news } = introduction(introductionId);
    await this.notices.tell([askerId], told, news);
    await this.notices.tellPages([askedId], told, news);
  }

  @On(IntroductionWithdrawn, { id: 'TellTheTwoOfAnIntroduction.whenItIsTakenBack' })
  async whenItIsTakenBack({ introductionId, withId }: Sides): Promise<void> {
    this.notices.refresh(idsOf(withId), introduction(introductionId).news);
  }

  private async tellWhoHasIt({ introductionId, withId }: Sides): Promise<void> {
    const { told, news } = introduction(introductionId);
    await this.notices.tell(idsOf(withId), told, news);
  }
}

/** Notifies the two members of a suggestion when it is made and when both agreed, but not when one of them agrees. */
@Injectable()
export class SuggestionHandlers {
  constructor(private readonly notices: NotificationsService) {}

  @On(SuggestionMade, { id: 'TellTheTwoOfASuggestion.whenItIsMade' })
  async whenItIsMade(of: { suggestionId: string; sideIds: string[] }): Promise<void> {
    const told = { of: 'Suggestion', id: of.suggestionId };
    await this.notices.tell(of.sideIds, told, { subject: 'introduction', id: of.suggestionId });
  }

  @On(SuggestionAgreed, { id: 'TellTheTwoOfASuggestion.whenBothAgree' })
  async whenBothAgree(of: { allianceId: string; sideIds: string[] }): Promise<void> {
    const told = { of: 'Alliance', id: of.allianceId };
    await this.notices.tell(of.sideIds, told, { subject: 'alliance', id: of.allianceId });
  }
}

/**
 * Refreshes open pages only. No mail is sent about an ended alliance or a block, and the blocked member gets no notice.
 */
@Injectable()
export class AllianceEndHandlers {
  constructor(private readonly notices: NotificationsService) {}

  @On(AllianceEnded, { id: 'RefreshWhoeverParts.whenAnAllianceEnds' })
  async whenAnAllianceEnds(of: { allianceId: string; lowId: string; highId: string }) {
    const news = { subject: 'alliance', id: of.allianceId };
    this.notices.refresh([of.lowId, of.highId], news);
  }

  @On(MemberBlocked, { id: 'RefreshWhoeverParts.whenSomeoneBlocks' })
  async whenSomeoneBlocks({ blockerId }: { blockerId: string }): Promise<void> {
    this.notices.refresh([blockerId], { subject: 'blocks', id: blockerId });
  }

  @On(MemberUnblocked, { id: 'RefreshWhoeverParts.whenABlockIsTakenBack' })
  async whenABlockIsTakenBack({ blockerId }: { blockerId: string }): Promise<void> {
    this.notices.refresh([blockerId], { subject: 'blocks', id: blockerId });
  }
}
