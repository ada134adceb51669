import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '#database/database.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CaseHelper } from './case-helper.entity.js';
import { HelperTexts } from './helper-texts.js';

const ORDER = { createdAt: 'ASC', id: 'ASC' } as const;

/** Reads outside help for the data export of a requester and of a helper. */
@Injectable()
export class HelperExport {
  constructor(
    private readonly db: Database,
    private readonly texts: HelperTexts,
  ) {}

  /** The consent entries of a request. */
  async ofRequest(request: SupportRequest) {
    const where = { requestId: request.id };
    const helpers = await this.db.repo(CaseHelper).find({ where, order: ORDER });
    return helpers
      .filter(({ text }) => text !== null)
      .map((helper) => ({
        name: this.texts.decrypt(request, helper, 'name'),
        text: this.texts.decrypt(request, helper, 'text'),
        ...{ until: helper.until, consentedAt: helper.consentedAt, openedAt: helper.openedAt },
        ...{ endedAt: helper.endedAt, endedBy: helper.endedBy },
      }));
  }

  /** The parts of an account as an outside helper, with the text only if the helper could read it. */
  async ofHelper(accountId: string) {
    const helpers = await this.db.repo(CaseHelper).find({ where: { accountId }, order: ORDER });
    const id = In(helpers.map(({ requestId }) => requestId));
    const requests = await this.db.repo(SupportRequest).findBy({ id });
    return helpers.map((helper) => {
      const request = requests.find((one) => one.id === helper.requestId)!;
      return {
        ...{ createdAt: helper.createdAt, expiresAt: helper.expiresAt },
        name: this.texts.decrypt(request, helper, 'name'),
        text: helper.openedAt && this.texts.decrypt(request, helper, 'text'),
        ...{ openedAt: helper.openedAt, until: helper.openedAt && helper.until },
        ...{ endedAt: helper.endedAt },
      };
    });
  }
}
