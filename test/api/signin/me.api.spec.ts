import { useApp } from '../../support/app/app.js';
import { as } from '../../support/app/client.js';
import { world } from '../../support/factories/world.js';

describe('me', () => {
  const app = useApp();

  it('answers one’s own account, and nobody without a session', async () => {
    const { ada, mo } = await world(app, { ada: 'member', mo: 'moderator' });
    const document = '{ me { id standing duties email } }';
    expect(await as(ada).ask(document)).toEqual({
      me: { id: ada.accountId, standing: 'member', duties: [], email: ada.email },
    });
    expect(await as(mo).ask(document)).toMatchObject({ me: { duties: ['moderate', 'vet'] } });
    await expect(as({ app }).ask(document)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
