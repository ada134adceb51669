import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Application } from '../applications/application.entity.js';
import { ApplicationRecord } from '../applications/application-record.service.js';

/** Takes away the free words of an application, for moderation: reviews are about what stands, so they must look again. */
@Injectable()
export class ApplicationAnswersRemoval {
  constructor(
    private readonly db: Database,
    private readonly record: ApplicationRecord,
  ) {}

  /** Nothing once the file was destroyed. */
  async removeTexts(id: string): Promise<void> {
    this.db.assertWriting();
    const applications = this.db.repo(Application);
    const application = await applications.findOneBy({ id });
    if (!application?.answers) return;
    const answers = { ...application.answers, work: '', hopes: '', known: '' };
    await applications.save(Object.assign(application, { answers }));
    await this.record.rehash(id);
  }
}
