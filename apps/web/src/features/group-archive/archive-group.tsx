import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { GroupArchiveQuery } from '../../gql/types';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { GROUP_TYPES } from '../../lib/server/invalidate-cache';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Button, ButtonLink } from '../../ui/actions/button';
import { useToast } from '../../ui/actions/toast';
import { ErrorBanner } from '../../ui/display/banner';
import { type ActionEffect, ActionEffects } from '../../ui/display/action-effects';
import { ARCHIVE_GROUP } from './archive.graphql';
import './error-texts';

interface ArchiveGroupProps {
  group: Pick<
    GroupArchiveQuery['group'],
    'id' | 'slug' | 'name' | 'memberCount' | 'participations'
  >;
}

/** Archives a group, after a confirmation that explains the consequences. */
export function ArchiveGroup({ group }: ArchiveGroupProps) {
  const { t } = useLingui();
  const { id, slug, name, memberCount, participations } = group;
  const toast = useToast();
  const navigate = usePageNavigate();
  const archive = useMutationState(ARCHIVE_GROUP, GROUP_TYPES);
  const act = async () => {
    if (!(await archive.run({ id }))) return;
    toast({ text: t`${name} está archivado` });
    navigate(`/groups/${slug}`, { replace: true });
  };
  return (
    <>
      <Consequences memberCount={memberCount ?? 1} coalitionCount={participations.length} />
      <div className="stack stack--2">
        <ErrorBanner text={archive.message} />
        <Button kind="danger" block isBusy={archive.isBusy} onClick={() => void act()}>
          <Trans>Archivar el grupo</Trans>
        </Button>
        <ButtonLink block to={`/groups/${slug}`}>
          <Trans>Volver sin archivar</Trans>
        </ButtonLink>
      </div>
    </>
  );
}

interface ConsequencesProps {
  memberCount: number;
  /** Number of coalitions in which the group is a participant. */
  coalitionCount: number;
}

function Consequences({ memberCount, coalitionCount }: ConsequencesProps) {
  return (
    <div className="card stack">
      <ActionEffects
        title={<Trans>Qué cambia</Trans>}
        effects={[
          [
            'lock',
            <Plural
              key="write"
              value={memberCount}
              one="Solo se puede leer: # persona ya no escribe ni crea canales"
              other="Solo se puede leer: # personas ya no escriben ni crean canales"
            />,
          ],
          [
            'eyeOff',
            <Trans key="outside">Desaparece de la lista de grupos y nadie más puede entrar</Trans>,
          ],
          [
            'block',
            <Trans key="ways">
              Se anulan las invitaciones, los enlaces y los pedidos para entrar
            </Trans>,
          ],
          ...leftCoalitions(coalitionCount),
          ['bell', <Trans key="told">Se avisa a todo el grupo</Trans>],
        ]}
      />
      <ActionEffects
        title={<Trans>Qué queda</Trans>}
        effects={[
          [
            'clock',
            <Trans key="undo">
              Durante 30 días, quien sostiene el grupo puede volver a abrirlo
            </Trans>,
          ],
          [
            'trash',
            <Trans key="deleted">
              A los 90 días se borra todo: canales, mensajes, archivos y la lista de personas
            </Trans>,
          ],
          [
            'flag',
            <Trans key="reports">
              Lo que alguien reportó lo conserva moderación, el tiempo que dura cada reporte
            </Trans>,
          ],
          ['book', <Trans key="audit">Queda anotado que lo hiciste</Trans>],
        ]}
      />
    </div>
  );
}

/** The one consequence that reopening the group does not undo; nothing for a group without coalitions. */
function leftCoalitions(count: number): ActionEffect[] {
  if (count === 0) return [];
  return [
    [
      'coalition',
      <Plural
        key="coalitions"
        value={count}
        one="Sale enseguida de su coalición, con quienes participan en ella solo por el grupo. Si lo reabren, no vuelve a ella"
        other="Sale enseguida de sus # coaliciones, con quienes participan en ellas solo por el grupo. Si lo reabren, no vuelve a ellas"
      />,
    ],
  ];
}
