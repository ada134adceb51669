import { demoEmailOf } from '../../../apps/cli/demo/people/people.js';
import { db } from './journey-setup.js';
import type { Language } from './ui-texts.js';

/** Sets the language of some accounts. */
export async function setLanguage(
  language: Language,
  ...handles: readonly string[]
): Promise<void> {
  const emails = handles.map(demoEmailOf);
  await db.query('update account set language = $1 where email = any($2)', [language, emails]);
}

/** Returns the profile name of an account. */
export async function profileNameOf(handle: string): Promise<string> {
  const { rows } = await db.query<{ name: string }>(
    `select f.text as name from profile_field f join account a on a.id = f.account_id
     where f.kind = 'name' and a.email = $1`,
    [demoEmailOf(handle)],
  );
  return rows[0]!.name;
}
