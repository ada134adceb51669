import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '#database/database.js';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import { SupportRequest } from '../requests/support-request.entity.js';
import { CaseHelper } from './case-helper.entity.js';

type Column = 'name' | 'text';
type Key = Pick<SupportRequest, 'key'>;

/** Encrypts names and texts of outside helpers with the key of the request, and decrypts them in memory. */
@Injectable()
export class HelperTexts {
  constructor(private readonly db: Database) {}

  encrypt({ key }: Key, id: string, column: Column, value: string): Buffer {
    return new KeyedBox(key).encrypt(contextOf(id, column), value);
  }

  /** Returns null if nothing was written. */
  decrypt({ key }: Key, helper: Pick<CaseHelper, 'id' | Column>, column: Column): string | null {
    const box = helper[column];
    return box ? new KeyedBox(key).decrypt<string>(contextOf(helper.id, column), box) : null;
  }

  /** Hashes the text, the name and the day, to which a consent is bound, with the key of the request. */
  hashOf(request: Key, helper: CaseHelper): string {
    const [name, text] = [
      this.decrypt(request, helper, 'name'),
      this.decrypt(request, helper, 'text'),
    ];
    const bound = JSON.stringify([helper.id, name, text, helper.until?.toISOString() ?? null]);
    return createHmac('sha256', request.key).update(bound).digest('hex');
  }

  /** The names of outside helpers of a case that have not ended. */
  async namesOf(requestId: string): Promise<string[]> {
    const request = await this.db.repo(SupportRequest).findOneBy({ id: requestId });
    if (!request) return [];
    const helpers = await this.db.repo(CaseHelper).findBy({ requestId, endedAt: IsNull() });
    return helpers.flatMap((one) => this.decrypt(request, one, 'name') ?? []);
  }
}

const contextOf = (id: string, column: Column) => `case_helper.${column} ${id}`;
