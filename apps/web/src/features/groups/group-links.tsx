import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { GroupLinksQuery } from '../../gql/types';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { DAY_AND_TIME } from '../../lib/text/day-and-time';
import { Button } from '../../ui/actions/button';
import { ConfirmedMutationButton } from '../../ui/actions/confirmed-mutation';
import { ErrorBanner } from '../../ui/display/banner';
import { RelativeTime } from '../../ui/display/relative-time';
import { SecretLink } from '../../ui/people/secret-link';
import { GROUP_LINKS_QUERY, MAKE_GROUP_LINK, REVOKE_GROUP_LINK } from './group-links.graphql';

interface GroupLinksProps {
  groupId: string;
  /** Whether the group is listed; in a hidden group, using a link creates a join request. */
  isListed: boolean;
}

/** For stewards: creates and revokes single-use links into the group. */
export function GroupLinks({ groupId, isListed }: GroupLinksProps) {
  const make = useMutationState(MAKE_GROUP_LINK);
  const [token, setToken] = useState<string>();
  const [{ data }, refetch] = useQuery({
    query: GROUP_LINKS_QUERY,
    variables: { groupId },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  const act = async () => {
    const made = await make.run({ groupId });
    setToken(made?.makeGroupLink.token);
    again();
  };
  const open = data?.groupLinks ?? [];
  return (
    <section className="stack stack--2">
      <h2 className="h3">
        <Trans>Con un enlace</Trans>
      </h2>
      <p className="xs muted">
        <ForWhom isListed={isListed} />
      </p>
      <ErrorBanner text={make.message} />
      {token ? (
        <SecretLink
          link={`${location.origin}/app/group-link#${token}`}
          onDone={() => setToken(undefined)}
        >
          <Trans>
            Se muestra una sola vez: dáselo ahora, por un medio en el que confíes. De qué grupo es
            se ve solo con una cuenta. Termina si dejas de sostener el grupo.
          </Trans>
        </SecretLink>
      ) : (
        <div className="btns">
          <Button kind="line" isBusy={make.isBusy} onClick={() => void act()}>
            <Trans>Crear un enlace</Trans>
          </Button>
        </div>
      )}
      {open.length > 0 && (
        <ul className="card card--flush rows">
          {open.map((link) => (
            <OpenLink key={link.id} link={link} onChanged={again} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ForWhom({ isListed }: { isListed: boolean }) {
  return isListed ? (
    <Trans>
      Entra una persona que ya tiene cuenta y pasó su primer mes, una sola vez, durante 72 horas.
    </Trans>
  ) : (
    <Trans>
      Una persona que ya tiene cuenta y pasó su primer mes puede pedir entrar, una sola vez, durante
      72 horas. Tú decides su pedido.
    </Trans>
  );
}

type Link = GroupLinksQuery['groupLinks'][number];

function OpenLink({ link, onChanged }: { link: Link; onChanged: () => void }) {
  const { t, i18n } = useLingui();
  const until = i18n.date(link.expiresAt, DAY_AND_TIME);
  return (
    <li className="row row--acts">
      <span className="grow">
        <span className="row__t">
          <Trans>
            Enlace sin usar, hecho <RelativeTime at={link.createdAt} />
          </Trans>
        </span>
        <span className="row__s">
          <Trans>Sirve hasta el {until}</Trans>
        </span>
      </span>
      <span className="row__acts">
        <ConfirmedMutationButton
          document={REVOKE_GROUP_LINK}
          variables={{ id: link.id }}
          label={<Trans>Anular</Trans>}
          ariaLabel={t`Anular el enlace`}
          title={<Trans>¿Anular el enlace?</Trans>}
          actKind="danger"
          actLabel={<Trans>Anular</Trans>}
          done={t`El enlace ya no sirve`}
          onDone={onChanged}
        >
          <Trans>Quien lo tenga ya no podrá usarlo. No se le avisa.</Trans>
        </ConfirmedMutationButton>
      </span>
    </li>
  );
}
