import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Permitted } from '#access/permitted.js';
import { ThreadsService } from '#channels/sealed/threads.service.js';
import { Database } from '#database/database.js';
import { Clock } from '#kernel/clock.js';
import { Conflict, Invalid, NotFound } from '#kernel/errors.js';
import { isId, newId } from '#kernel/ids.js';
import type { Viewer } from '#policy/viewer.js';
import { MAX_STORED_LINK_LENGTH } from '../calls/links/secure-link.decorator.js';
import { CaseChanges } from '../requests/continuation/case-changes.js';
import { CaseNews } from '../requests/news/case-news.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { ThreadOpenings } from '../threads/thread-openings.js';
import { CaseLink } from './case-link.entity.js';
import type { AddCaseLinkInput, CaseLinkInput } from './case-link.inputs.js';
import type { CaseLinkView } from './case-link.view.js';
import { decryptLink, encryptLink, type LinkContent } from './link-texts.js';

/** Maximum number of links of a case. */
const MAX_LINKS = 20;
const ORDER = { createdAt: 'ASC', id: 'ASC' } as const;

type Case = Permitted<SupportRequest, 'manageLinks'>;

/** Lists and changes the links of a case, for both of its sides. The server never requests their addresses. */
@Injectable()
export class CaseLinksService {
  constructor(
    private readonly db: Database,
    private readonly changes: CaseChanges,
    private readonly clock: Clock,
    private readonly threads: ThreadsService,
    private readonly news: CaseNews,
    private readonly openings: ThreadOpenings,
  ) {}

  /** The links, earliest first. Reading them as a supporter is an opening, like reading a thread. */
  async list(viewer: Viewer, requestId: string): Promise<CaseLinkView[]> {
    const request = await this.openings.open(viewer, requestId, 'readLinks');
    return this.ofRequest(request, viewer.accountId);
  }

  /** The links of a request as one of its people reads them, earliest first. */
  async ofRequest(request: SupportRequest, readerId: string): Promise<CaseLinkView[]> {
    const where = { requestId: request.id };
    const links = await this.db.repo(CaseLink).find({ where, order: ORDER });
    if (links.length === 0) return [];
    const people = await this.threads.everybody(request.id);
    return links.map((link) => {
      const author = people.find(({ id }) => id === link.authorId);
      const isRequester = author?.accountId === request.requesterId && !author.endedAt;
      return {
        ...{ id: link.id, ...decryptLink(request, link), authorName: author?.name ?? '' },
        ...{ isBySupporter: author?.isSupporter ?? false, isByRequester: isRequester },
        isOwn: author?.accountId === readerId && !author.endedAt,
      };
    });
  }

  /** The links that an account added to requests of others, earliest first, for its data export. */
  async addedBy(accountId: string): Promise<(LinkContent & { readonly createdAt: Date })[]> {
    const added = await this.db.query<{ id: string }>(
      `select l.id from case_link l join participation p on p.id = l.author_id
         join support_request r on r.id = l.request_id
       where p.account_id = $1 and r.requester_id <> $1`,
      [accountId],
    );
    const where = { id: In(added.map(({ id }) => id)) };
    const links = await this.db.repo(CaseLink).find({ where, order: ORDER });
    const requestIds = links.map(({ requestId }) => requestId);
    const requests = await this.db.repo(SupportRequest).findBy({ id: In(requestIds) });
    return links.map((link) => {
      const request = requests.find(({ id }) => id === link.requestId)!;
      return { ...decryptLink(request, link), createdAt: link.createdAt };
    });
  }

  /** Throws Conflict beyond 20 links of a case. */
  async add(viewer: Viewer, { requestId, name, url: typed }: AddCaseLinkInput): Promise<void> {
    const url = new URL(typed).href;
    if (url.length > MAX_STORED_LINK_LENGTH) throw new Invalid('input', { url: 'tooLong' });
    await this.change(viewer, requestId, async (request) => {
      const links = this.db.repo(CaseLink);
      if ((await links.countBy({ requestId })) >= MAX_LINKS)
        throw new Conflict('support.linksFull');
      const authorId = await this.participationOf(viewer, request);
      const [id, createdAt] = [newId(), this.clock.now()];
      const content = encryptLink(request, id, { name, url });
      await links.insert({ id, requestId, createdAt, authorId, content });
      await this.news.notifyOthers(request, viewer.accountId);
    });
  }

  /** Throws NotFound for a link that was removed, or is of another case. */
  async remove(viewer: Viewer, { requestId, linkId }: CaseLinkInput): Promise<void> {
    await this.change(viewer, requestId, async () => {
      const id = isId(linkId) ? linkId : undefined;
      const deleted = id && (await this.db.repo(CaseLink).delete({ id, requestId }));
      if (!deleted || !deleted.affected) throw new NotFound();
    });
  }

  /** Runs a change with the locked request, and makes the open pages of both sides load the links again. */
  private async change(viewer: Viewer, requestId: string, act: (request: Case) => Promise<void>) {
    await this.changes.applyChange(viewer, requestId, 'manageLinks', async (request) => {
      await act(request);
      await this.news.reloadLinks(request);
    });
  }

  /** Both sides of an accepted case take part in it. */
  private async participationOf({ accountId }: Viewer, { id }: Case): Promise<string> {
    const people = await this.threads.everybody(id);
    const mine = people.find((one) => one.accountId === accountId && !one.endedAt);
    if (!mine) throw new NotFound();
    return mine.id;
  }
}
