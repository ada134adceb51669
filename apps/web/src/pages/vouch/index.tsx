import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useNow } from '../../lib/page/use-now';
import { VouchForm } from '../../features/vetting/vouches/vouch-form';
import { VouchList } from '../../features/vetting/vouches/vouch-list';
import { MY_VOUCHES_QUERY } from '../../features/vetting/vouches/vouch.graphql';
import { useMe } from '../../lib/server/session';
import { Banner } from '../../ui/display/banner';
import { Page } from '../../ui/page/page';
import { useToast } from '../../ui/actions/toast';

/** Vouches for an applicant, and lists the vouches that the viewer gave. */
export default function VouchPage() {
  const { t } = useLingui();
  const toast = useToast();
  const { probationEndsAt } = useMe();
  const [{ data }, execute] = useQuery({
    query: MY_VOUCHES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const now = useNow();
  const left = data?.vouchQuota.leftNow;
  const onGiven = (text: string) => {
    toast({ text });
    execute({ requestPolicy: 'network-only' });
  };
  const isOnProbation = probationEndsAt !== null && Date.parse(probationEndsAt) > now;
  return (
    <Page title={t`Avalar`} back={{ to: '/account', label: t`Tu cuenta` }} width={640}>
      <Heading left={isOnProbation ? undefined : left} />
      {isOnProbation ? (
        <Banner icon="clock" title={<Trans>Todavía no</Trans>}>
          <Trans>Podrás avalar cuando termine tu primer mes.</Trans>
        </Banner>
      ) : (
        <VouchForm isSpent={left === 0} onGiven={onGiven} />
      )}
      <VouchList vouches={data?.myVouches.items ?? []} />
    </Page>
  );
}

function Heading({ left }: { left: number | undefined }) {
  return (
    <div className="stack stack--2">
      <h1>
        <Trans>Avalar a alguien</Trans>
      </h1>
      <p className="muted">
        <Trans>
          Un aval dice cómo conoces a alguien que postula. No te hace responsable de lo que haga, y
          nadie más ve que lo diste.
        </Trans>
      </p>
      {left !== undefined && (
        <p className="xs muted">
          <Plural
            value={left}
            one="Te queda # aval en estos treinta días."
            other="Te quedan # avales en estos treinta días."
          />
        </p>
      )}
    </div>
  );
}
