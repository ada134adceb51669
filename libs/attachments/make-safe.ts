import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { type Cleaned, type CleaningRefusal, NotClean } from '#cleaning/cleaned.js';
import { Cleaner } from '#cleaning/cleaner.service.js';
import { Database } from '#database/database.js';
import { fileName } from '#files/file-name.js';
import { FilesService } from '#files/files.service.js';
import { Parts } from '#files/parts.service.js';
import { Invalid } from '#kernel/errors.js';
import { RealtimeService } from '#realtime/realtime.service.js';

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'audio/webm': 'webm',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

interface Checked {
  readonly account_id: string;
}

/** Makes what has come whole safe to be sent: what is kept is a file drawn or written anew, never the one that came. */
@Injectable()
export class MakeSafe implements OnApplicationShutdown {
  private readonly underWay = new Map<string, Promise<void>>();
  private isClosing = false;

  constructor(
    private readonly db: Database,
    private readonly cleaner: Cleaner,
    private readonly parts: Parts,
    private readonly files: FilesService,
    private readonly realtime: RealtimeService,
  ) {}

  async onApplicationShutdown() {
    this.isClosing = true;
    await Promise.all(this.underWay.values());
  }

  /** Of a file that is all there. It goes on by itself, and its sender is told; what is cut short is taken up again. */
  async begin(id: string): Promise<void> {
    await this.db.query(
      `update attachment set state = 'checking', updated_at = clock_timestamp() where id = $1 and state = 'uploading'`,
      [id],
    );
    void this.goOn(id);
  }

  /** Resolves when the file is ready or refused. What fails for another reason stays as it is. */
  goOn(id: string): Promise<void> {
    const there = this.underWay.get(id);
    if (there) return there;
    const work = this.db
      .outside(() => this.work(id))
      .catch(() => undefined)
      .finally(() => this.underWay.delete(id));
    this.underWay.set(id, work);
    return work;
  }

  private async work(id: string): Promise<void> {
    const bytes = await this.parts.read(id);
    if (!bytes) return void (await this.refuse(id, 'broken'));
    try {
      await this.keep(id, await this.cleaner.clean(bytes));
    } catch (error) {
      if (!(error instanceof NotClean)) throw error;
      if (this.isClosing) return; // it was ended, and says nothing of the file
      await this.refuse(id, error.why);
    }
    await this.parts.remove(id);
  }

  private async keep(id: string, { parts, ...about }: Cleaned): Promise<void> {
    const file = await this.files.keep(parts);
    const [row] = await this.db.query<{ name: string }>(
      `select name from attachment where id = $1 and state = 'checking'`,
      [id],
    );
    const name = fileName(row?.name ?? '', ENDINGS[about.type]!);
    const { kind, type, width, height, seconds, removed } = about;
    const size = parts.get('original')!.length;
    const told = await this.db.query<Checked>(
      `with kept as (update attachment set state = 'ready', file = $2, name = $3, kind = $4, type = $5, bytes = $6,
         width = $7, height = $8, seconds = $9, removed = $10, updated_at = clock_timestamp()
       where id = $1 and state = 'checking' returning account_id) select account_id from kept`,
      [id, file, name, kind, type, size, width, height, seconds, removed],
    );
    if (told.length === 0) return this.files.destroy(file);
    this.tell(id, told);
  }

  private async refuse(id: string, why: CleaningRefusal): Promise<void> {
    const told = await this.db.query<Checked>(
      `with refused as (update attachment set state = 'refused', refusal = $2, updated_at = clock_timestamp()
       where id = $1 and state = 'checking' returning account_id) select account_id from refused`,
      [id, refusalOf(why).reason],
    );
    this.tell(id, told);
  }

  private tell(id: string, rows: readonly Checked[]): void {
    const ids = rows.map((row) => row.account_id);
    this.realtime.tell(ids, { subject: 'attachment', id });
  }
}

/** The sentence that a sender reads. */
function refusalOf(why: CleaningRefusal): Invalid {
  switch (why) {
    case 'notAccepted':
      return new Invalid('upload.notAccepted');
    case 'tooLarge':
      return new Invalid('upload.fileTooLarge');
    case 'tooMuchInside':
      return new Invalid('upload.tooMuchInside');
    case 'locked':
      return new Invalid('upload.locked');
    case 'macros':
      return new Invalid('upload.macros');
    default:
      return new Invalid('upload.broken');
  }
}
