import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { FileRefusedError, PROFILE_PICTURE_SIZES } from '#cleaning/cleaned-file.js';
import { CleanerService } from '#cleaning/cleaner.service.js';
import { Invalid, TooMany } from '#kernel/errors.js';
import { ConcurrencyLimiter } from '#kernel/concurrency-limiter.js';
import { FilesService } from './files.service.js';

/** Maximum size of an uploaded picture. */
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;

/** Headers that make a picture inert in a browser: it cannot act as a page, run scripts or be cached. */
export const INERT_PICTURE_HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'content-disposition': 'attachment; filename="avatar.webp"',
  'cache-control': 'private, no-store',
  vary: 'cookie',
};

const busy = () => new TooMany('upload.busy', 10);

/**
 * Stores the pictures of accounts and of their groups. An account cannot use the same picture under two of its names,
 * nor under a name and for a group of which it is steward: who sees both would know that one person is behind them. Two
 * groups may have the same picture, because it is a sign of the groups and not of a person.
 */
@Injectable()
export class ProfilePicturesService {
  private readonly uses: string[] = [];
  private readonly groupUses: string[] = [];
  /** Decoding needs a lot of CPU, so one picture at a time is processed, with a short queue. */
  private readonly turns = new ConcurrencyLimiter(1, 8);

  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
    private readonly cleaner: CleanerService,
  ) {}

  /** Registers a query over a feature's rows that returns `name` (of the file) and `account_id`. */
  usedBy(rows: string): void {
    this.uses.push(rows);
    this.files.usedBy(`select name from (${rows}) it`);
  }

  /**
   * Like `usedBy`, for pictures of groups: one row per steward, or one with the account null for a group without a
   * steward.
   */
  usedByGroups(rows: string): void {
    this.groupUses.push(rows);
    this.files.usedBy(`select name from (${rows}) it`);
  }

  /**
   * Re-encodes a picture and stores it instead of `replaced`. Refuses a picture that the account uses under another of
   * its names or for a group of which it is steward. Call outside write().
   */
  keep(accountId: string, bytes: Buffer, replaced: string): Promise<string> {
    return this.keepUnlike(bytes, async () => {
      const names = await this.namesOf(accountId, [...this.uses, ...this.groupUses]);
      return names.filter((name) => name !== replaced);
    });
  }

  /** Like `keep`, for the picture of a group. Refuses a picture that the account uses under one of its names. */
  keepForGroup(accountId: string, bytes: Buffer): Promise<string> {
    return this.keepUnlike(bytes, () => this.namesOf(accountId, this.uses));
  }

  private async keepUnlike(bytes: Buffer, others: () => Promise<string[]>): Promise<string> {
    const drawn = await this.turns.take(async () => this.draw(bytes, await others()), busy);
    if (drawn.delete('alike')) throw new Invalid('upload.usedElsewhere');
    return this.files.keep(drawn);
  }

  /**
   * Re-encodes the picture in the cleaning process. A crash of that process does not mean that the picture is invalid.
   */
  private async draw(bytes: Buffer, names: readonly string[]) {
    const others = await Promise.all(names.map((name) => this.files.read(name, '96')));
    const there = others.filter((other) => other !== undefined);
    const cleaned = await this.cleaner.squares(bytes, there).catch((error: unknown) => {
      if (!(error instanceof FileRefusedError)) throw busy();
      throw new Invalid(error.why === 'notAccepted' ? 'upload.notAPicture' : 'upload.unreadable');
    });
    return new Map(cleaned.parts);
  }

  /** Whether a picture could have this name and size. */
  isName(name: string, size: string): boolean {
    return /^[0-9a-f]{32}$/.test(name) && PROFILE_PICTURE_SIZES.some((one) => String(one) === size);
  }

  private async namesOf(accountId: string, uses: readonly string[]): Promise<string[]> {
    const all = uses.join(' union all ');
    const rows = await this.db.query<{ name: string }>(
      `select name from (${all}) it where account_id = $1`,
      [accountId],
    );
    return rows.map(({ name }) => name);
  }
}
