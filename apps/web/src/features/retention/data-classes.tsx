import type { I18n } from '@lingui/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { DataClassesQuery, DataClassesQueryVariables } from '../../gql/types';
import { requestProblemOf } from '../../lib/server/errors';
import { Badge } from '../../ui/display/badge';
import { Banner } from '../../ui/display/banner';
import { Row, Rows } from '../../ui/display/card';
import { LoadFailed } from '../../ui/page/load-failed';
import { RelativeTimeText, RelativeTime } from '../../ui/display/relative-time';
import { Skeleton } from '../../ui/display/skeleton';
import { DATA_CLASS_LABELS, DATA_OWNER_LABELS, DATA_PURPOSE_LABELS } from './data-class-labels';

const DATA_CLASSES_QUERY = gql<DataClassesQuery, DataClassesQueryVariables>`
  query DataClasses {
    dataClasses {
      name
      owner
      purpose
      lastsHours
      ranAt
      count
      failingSince
    }
  }
`;

type DataClass = DataClassesQuery['dataClasses'][number];

/** Lists the data classes: purpose, retention, and time of the last deletion. */
export function DataClasses() {
  const [{ data, error }, execute] = useQuery({
    query: DATA_CLASSES_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const problem = requestProblemOf(error);
  if (!data && problem) {
    return (
      <LoadFailed problem={problem} onRetry={() => execute({ requestPolicy: 'network-only' })} />
    );
  }
  if (!data) return <Skeleton kind="row" rows={6} />;
  const classes = data.dataClasses.toSorted((a, b) => placeOf(a) - placeOf(b));
  return (
    <div className="stack">
      {classes.some(({ failingSince }) => failingSince) && <Failing />}
      <ClassTable classes={classes} />
      <ClassRows classes={classes} />
    </div>
  );
}

/** Sort key: the order of `DATA_OWNER_LABELS`. */
const placeOf = ({ owner }: DataClass) => Object.keys(DATA_OWNER_LABELS).indexOf(owner);

function Failing() {
  return (
    <Banner look="danger" role="alert">
      <Trans>
        Algo que debía destruirse sigue ahí. Se intenta solo varias veces y otra vez cada día; lo
        que se detuvo está en Administración.
      </Trans>
    </Banner>
  );
}

function ClassTable({ classes }: { classes: readonly DataClass[] }) {
  const { t, i18n } = useLingui();
  const heads = [t`Qué se guarda`, t`Quién responde`, t`Para qué`, t`Hasta cuándo`, t`Última vez`];
  return (
    <div className="tablewrap only-d" tabIndex={0} role="region" aria-label={t`Datos y su plazo`}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((one) => (
            <tr key={one.name}>
              <th scope="row">{nameOf(one, i18n)}</th>
              <td>{i18n._(DATA_OWNER_LABELS[one.owner])}</td>
              <td>{i18n._(DATA_PURPOSE_LABELS[one.purpose])}</td>
              <td>
                <Lasts hours={one.lastsHours} />
              </td>
              <td>
                <LastRun dataClass={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The same data as a list, for narrow screens. */
function ClassRows({ classes }: { classes: readonly DataClass[] }) {
  const { i18n } = useLingui();
  return (
    <div className="only-m">
      <Rows>
        {classes.map((one) => (
          <Row
            key={one.name}
            title={nameOf(one, i18n)}
            note={
              <>
                {i18n._(DATA_OWNER_LABELS[one.owner])} · {i18n._(DATA_PURPOSE_LABELS[one.purpose])}
                <br />
                <Lasts hours={one.lastsHours} /> · <LastRun dataClass={one} />
              </>
            }
          />
        ))}
      </Rows>
    </div>
  );
}

/** Name of a data class; a class without a translation is shown by its identifier. */
function nameOf({ name }: DataClass, i18n: I18n): string {
  const words = DATA_CLASS_LABELS[name];
  return words ? i18n._(words) : name;
}

function Lasts({ hours }: { hours: number }) {
  const days = Math.round(hours / 24);
  const years = Math.round(days / 365);
  if (hours === 0) return <Trans>Al terminar</Trans>;
  if (days >= 365) return <Plural value={years} one="# año" other="# años" />;
  return <Plural value={days} one="# día" other="# días" />;
}

function LastRun({ dataClass: { ranAt, count, failingSince } }: { dataClass: DataClass }) {
  if (failingSince) {
    return (
      <Badge look="danger">
        <Trans>
          Falla desde <RelativeTimeText at={failingSince} />
        </Trans>
      </Badge>
    );
  }
  if (!ranAt) return <Trans>Todavía no</Trans>;
  return (
    <>
      <RelativeTime at={ranAt} /> ·{' '}
      <Plural value={count} _0="nada había vencido" one="# destruido" other="# destruidos" />
    </>
  );
}
