import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { Application } from '../applications/application.entity.js';
import { ApplicationContentService } from '../applications/application-content.service.js';

/**
 * Removes the free text of an application when moderation asks for it. Reviewers must then confirm or change their
 * reviews, because a review refers to the current text.
 */
@Injectable()
export class ApplicationAnswersRemovalService {
  constructor(
    private readonly db: Database,
    private readonly record: ApplicationContentService,
  ) {}

  /** Does nothing if the content of the application was already destroyed. */
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
