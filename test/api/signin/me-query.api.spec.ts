import { useApp } from '../../support/app/app.js';
import { apiAs, type Requester, send } from '../../support/app/client.js';
import { createUpload } from '../../support/app/upload-files.js';
import { greenPicture } from '../../support/app/test-pictures.js';
import { makeVisibleProfile } from '../../support/factories/visible-profiles.js';
import { makePeople } from '../../support/factories/make-people.js';

describe('the query `me`', () => {
  const app = useApp();

  it("returns one's own account, and UNAUTHENTICATED without a session", async () => {
    const { ada, mo } = await makePeople(app, { ada: 'member', mo: 'moderator' });
    const document = '{ me { id standing duties email } }';
    expect(await apiAs(ada).ask(document)).toEqual({
      me: { id: ada.accountId, standing: 'member', duties: [], email: ada.email },
    });
    expect(await apiAs(mo).ask(document)).toMatchObject({ me: { duties: ['moderate', 'vet'] } });
    await expect(apiAs({ app }).ask(document)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('a request that names an account', () => {
  const app = useApp();
  const OTHER = { code: 'CONFLICT', reason: 'session.otherAccount' };

  const graphql = async (who: Requester, query: string, account: string) => {
    const headers = { 'content-type': 'application/json', 'x-trama-account': account };
    const answer = await send(who, '/graphql', { body: JSON.stringify({ query }), headers });
    const { data, errors } = (await answer.json()) as {
      data: unknown;
      errors?: { extensions: unknown }[];
    };
    return errors?.[0]?.extensions ?? data;
  };

  it('is refused in the session of another account, and served in its own', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'member' });
    const speak = 'mutation { setLanguage(language: pt) { id } }';
    expect(await graphql(eve, speak, ada.accountId)).toEqual(OTHER);
    expect(await graphql(eve, '{ me { id } }', ada.accountId)).toEqual(OTHER);
    expect(await apiAs(eve).ask('{ me { language } }')).toEqual({ me: { language: 'es' } });
    expect(await graphql(ada, speak, ada.accountId)).toEqual({
      setLanguage: { id: ada.accountId },
    });
    expect(await graphql({ app }, speak, ada.accountId)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is refused at each upload endpoint in the session of another account', async () => {
    const { ada, eve } = await makePeople(app, { ada: 'member', eve: 'member' });
    await makeVisibleProfile(ada);
    const headers = { 'x-trama-account': ada.accountId };
    const refusal = async (answer: Response) => [answer.status, await answer.json()];
    expect(await refusal(await createUpload(eve, 100, { headers }))).toEqual([409, OTHER]);
    expect((await createUpload(ada, 100, { headers })).status).toBe(201);
    const body = (await greenPicture().png().toBuffer()) as unknown as string;
    const type = { 'content-type': 'application/octet-stream' };
    const picture = (who: Requester) =>
      send(who, '/uploads/avatar', { body, headers: { ...headers, ...type } });
    expect(await refusal(await picture(eve))).toEqual([409, OTHER]);
    expect((await picture(ada)).status).toBe(200);
  });
});
