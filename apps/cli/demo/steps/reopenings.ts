import { EventsWorker } from '#events/events.worker.js';
import { JudgeReopening } from '#vetting/reopenings/judge-reopening.js';
import { OpenReopeningFile } from '#vetting/reopenings/open-reopening-file.js';
import { Reopening, ReopeningOpinion } from '#vetting/reopenings/reopening.entity.js';
import { ReopeningSeatsService } from '#vetting/reopenings/reopening-seats.service.js';
import { Vouch, WithdrawalReason } from '#vetting/vouches/vouch.entity.js';
import { VouchesService } from '#vetting/vouches/vouches.service.js';
import { membersInJoiningOrder } from '../applications/joining-order.js';
import { isFounder } from '../people/people.js';
import type { DemoStep, DemoContext } from './demo-context.js';

/** A member withdraws a vouch, which reopens a review. One of its two reviewers has already answered. */
export const reopeningSteps = (stage: DemoContext): DemoStep[] => [
  { daysAgo: 4, run: () => reopen(stage) },
];

async function reopen(stage: DemoContext): Promise<void> {
  const { vouches } = membersInJoiningOrder().find((one) => one.vouches.length > 1)!;
  const by = vouches[0]!.by;
  const voucherId = stage.accountOf(by);
  const [vouch] = await stage.db.repo(Vouch).find({ where: { voucherId }, take: 1 });
  await stage.get(VouchesService).withdraw(await stage.viewer(by), {
    id: vouch!.id,
    reason: WithdrawalReason.mistaken,
    words: 'Lo avalé por un trabajo que era de otra persona de su organización. Me confundí.',
  });
  await stage.get(EventsWorker).drain();
  const [reopening] = await stage.db.repo(Reopening).find({ take: 1 });
  await look(stage, reopening!);
}

async function look(stage: DemoContext, { id, accountId }: Reopening): Promise<void> {
  const free = await stage.db.query<{ id: string }>(
    `select d.account_id as id from duty d where d.name = 'vet' and d.account_id <> $1
       and not exists (select 1 from tie t where t.account_id = d.account_id and t.other_id = $1)`,
    [accountId],
  );
  const ids = new Set(free.map((row) => row.id));
  const [handle] = [...stage.accounts].find(([one, at]) => isFounder(one) && ids.has(at))!;
  const viewer = await stage.viewer(handle);
  await stage.get(ReopeningSeatsService).claim(viewer, id);
  await stage.get(OpenReopeningFile).open(viewer, id);
  const words = 'El error es de quien avaló; lo que hace en la red se puede ver.';
  await stage.get(JudgeReopening).judge(viewer, { id, says: ReopeningOpinion.stays, words });
}
