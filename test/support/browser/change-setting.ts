import { DEMO_PASSWORD } from '../../../apps/cli/demo/people/people.js';
import { queryApi, setSessionCookie } from './page-checks.js';
import { browsers, product } from './journey-setup.js';

const CONFIRM = 'mutation ($input: PasswordInput!) { confirmSession(input: $input) }';
const APPROVE = `mutation ($input: ApproveTwoPersonActInput!) { approveTwoPersonAct(input: $input) { id } }`;

/**
 * Changes a setting as a two-person act. One administrator sends `asking`, a mutation that returns `act { id hash }`,
 * and another administrator approves the act.
 */
export async function changeSetting(asking: string, value: object): Promise<void> {
  const [asker, approver] = [await browsers.open(), await browsers.open()];
  for (const [page, handle] of [
    [asker, 'admin1'],
    [approver, 'admin2'],
  ] as const) {
    await setSessionCookie(page, product.url, handle);
    await queryApi(page, product.url, CONFIRM, { input: { password: DEMO_PASSWORD } });
  }
  const input = { ...value, reason: 'Lo acordamos.' };
  const { act } = await queryApi<{ act: { id: string; hash: string } }>(
    asker,
    product.url,
    asking,
    {
      input,
    },
  );
  const approved = { actId: act.id, hash: act.hash };
  await queryApi(approver, product.url, APPROVE, { input: approved });
  for (const page of [asker, approver]) await page.context().close();
}
