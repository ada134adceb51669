import { Injectable } from '@nestjs/common';
import { Database } from '#database/database.js';
import { FilesService } from '#files/files.service.js';
import { AccountErasersService } from '#signin/accounts/account-erasers.service.js';
import { DataExportService } from '#signin/accounts/data-export.service.js';

/** Exports the profile with the audience of each field and the picture. Deletes the picture with the account. */
@Injectable()
export class ProfilesDataExport {
  constructor(
    private readonly db: Database,
    private readonly files: FilesService,
    exports: DataExportService,
    erasers: AccountErasersService,
  ) {
    exports.rows(
      'profile',
      ['profile.account_id', 'profile_field.account_id'],
      `select f.kind, f.audience, f.text, f.terms, f.updated_at,
         p.may_be_found, p.takes_requests, p.is_counted
       from profile_field f join profile p on p.id = f.profile_id where f.account_id = $1 order by f.kind`,
    );
    exports.register({ name: 'picture', covers: [], read: (id) => this.picture(id) });
    erasers.register(async (id) => {
      const name = await this.pictureName(id);
      if (name) files.dropAfterCommit(name);
    });
  }

  /** The picture file, encoded as text. */
  private async picture(accountId: string) {
    const name = await this.pictureName(accountId);
    const webp = name && (await this.files.read(name, '256'));
    return webp ? { type: 'image/webp', base64: webp.toString('base64') } : null;
  }

  private async pictureName(accountId: string): Promise<string | undefined> {
    const [row] = await this.db.query<{ text: string }>(
      `select text from profile_field where account_id = $1 and kind = 'avatar' and text <> ''`,
      [accountId],
    );
    return row?.text;
  }
}
