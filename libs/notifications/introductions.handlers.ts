import { Injectable } from '@nestjs/common';
import { On } from '#events/on.decorator.js';
import {
  IntroductionAccepted,
  IntroductionAsked,
  IntroductionPassed,
  IntroductionWithdrawn,
  SuggestionAgreed,
  SuggestionMade,
} from '#introductions/introductions.events.js';
import { AllianceEnded, MemberBlocked, MemberUnblocked } from '#members/members.events.js';
import { NoticesService } from './notices.service.js';

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

/** Declining has no handler, and letting lapse neither: nothing that reaches the asker changes. */
@Injectable()
export class TellTheTwoOfAnIntroduction {
  constructor(private readonly notices: NoticesService) {}

  /** Whoever it waits with: an introducer first, where there is one. */
  @On(IntroductionAsked)
  async whenSomeoneIsAsked(of: Sides): Promise<void> {
    await this.tellWhoHasIt(of);
  }

  @On(IntroductionPassed)
  async whenItIsPassedOn(of: Sides): Promise<void> {
    await this.tellWhoHasIt(of);
  }

  @On(IntroductionAccepted)
  async whenItIsAccepted({ introductionId, askerId, askedId }: Sides): Promise<void> {
    const { told, news } = introduction(introductionId);
    await this.notices.tell([askerId], told, news);
    await this.notices.tellPages([askedId], told, news);
  }

  @On(IntroductionWithdrawn)
  async whenItIsTakenBack({ introductionId, withId }: Sides): Promise<void> {
    this.notices.refresh(idsOf(withId), introduction(introductionId).news);
  }

  private async tellWhoHasIt({ introductionId, withId }: Sides): Promise<void> {
    const { told, news } = introduction(introductionId);
    await this.notices.tell(idsOf(withId), told, news);
  }
}

/** The two of a suggestion: that there is one, and that both said yes. Nothing in between. */
@Injectable()
export class TellTheTwoOfASuggestion {
  constructor(private readonly notices: NoticesService) {}

  @On(SuggestionMade)
  async whenItIsMade(of: { suggestionId: string; sideIds: string[] }): Promise<void> {
    const told = { of: 'Suggestion', id: of.suggestionId };
    await this.notices.tell(of.sideIds, told, { subject: 'introduction', id: of.suggestionId });
  }

  @On(SuggestionAgreed)
  async whenBothAgree(of: { allianceId: string; sideIds: string[] }): Promise<void> {
    const told = { of: 'Alliance', id: of.allianceId };
    await this.notices.tell(of.sideIds, told, { subject: 'alliance', id: of.allianceId });
  }
}

/** Only pages: parting is never mailed about, and the blocked one is told nothing. */
@Injectable()
export class RefreshWhoeverParts {
  constructor(private readonly notices: NoticesService) {}

  @On(AllianceEnded)
  async whenAnAllianceEnds(of: { allianceId: string; lowId: string; highId: string }) {
    const news = { subject: 'alliance', id: of.allianceId };
    this.notices.refresh([of.lowId, of.highId], news);
  }

  @On(MemberBlocked)
  async whenSomeoneBlocks({ blockerId }: { blockerId: string }): Promise<void> {
    this.notices.refresh([blockerId], { subject: 'blocks', id: blockerId });
  }

  @On(MemberUnblocked)
  async whenABlockIsTakenBack({ blockerId }: { blockerId: string }): Promise<void> {
    this.notices.refresh([blockerId], { subject: 'blocks', id: blockerId });
  }
}
