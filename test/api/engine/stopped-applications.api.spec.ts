import v8 from 'node:v8';
import vm from 'node:vm';
import { startApp } from '../../support/app/app.js';
import { apiAs } from '../../support/app/client.js';
import { makePerson } from '../../support/factories/make-people.js';
import { waitUntil } from '../../support/wait-until.js';

/** Starts an application, uses it and stops it. Returns a weak reference, so that the caller does not hold it. */
async function stoppedApplication(): Promise<WeakRef<object>> {
  const started = await startApp();
  const ada = await makePerson(started, 'ada', 'member');
  await apiAs(ada).ask('{ me { standing } }');
  await started.stop();
  return new WeakRef(started.db);
}

it('nothing holds a stopped application once another one started, so that a process can start many', async () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const reference = await stoppedApplication();
  await stoppedApplication(); // Passport holds the strategies of the last application.
  await waitUntil('Something holds the stopped application', () => {
    collect();
    return reference.deref() === undefined;
  });
});
