import { Trans, useLingui } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { MyDataReceiptsQuery, MyDataReceiptsQueryVariables } from '../../gql/types';
import { IconTile, Row, Rows } from '../../ui/display/card';
import { RECEIPT_TEXTS } from './receipt-texts';

const MY_DATA_RECEIPTS = gql<MyDataReceiptsQuery, MyDataReceiptsQueryVariables>`
  query MyDataReceipts {
    myDataReceipts {
      id
      dataClass
      destroyedAt
    }
  }
`;

/** Lists the viewer's data that was destroyed after its retention; renders nothing without any. */
export function DataReceipts() {
  const { t, i18n } = useLingui();
  const [{ data }] = useQuery({ query: MY_DATA_RECEIPTS });
  const receipts = data?.myDataReceipts ?? [];
  if (receipts.length === 0) return null;
  return (
    <section className="stack stack--3">
      <div className="stack stack--1">
        <h2>
          <Trans>Lo que ya se destruyó</Trans>
        </h2>
        <p className="muted">
          <Trans>
            Cuando vence su plazo, o cuando lo borras, lo que se guardaba sobre ti se destruye y
            queda esta constancia.
          </Trans>
        </p>
      </div>
      <Rows label={t`Lo que ya se destruyó`}>
        {receipts.map(({ id, dataClass, destroyedAt }) => {
          const words = RECEIPT_TEXTS[dataClass];
          return (
            <Row
              key={id}
              start={<IconTile icon="check" look="done" />}
              title={words ? i18n._(words) : dataClass}
              note={i18n.date(destroyedAt, { dateStyle: 'long' })}
            />
          );
        })}
      </Rows>
    </section>
  );
}
