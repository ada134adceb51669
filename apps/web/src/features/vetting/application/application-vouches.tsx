import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Badge } from '../../../ui/display/badge';
import { Card } from '../../../ui/display/card';
import type { ApplicationFile } from '../desk/desk.graphql';
import { ATTESTATION_LABELS, VOUCH_WEIGHT_LABELS, WITHDRAWAL_LABELS } from './vetting-labels';

type VouchOfFile = ApplicationFile['vouches'][number];

/** Vouches for the applicant without names, the strongest first, and how each voucher joined. */
export function ApplicationVouches({ file: { vouches, admission } }: { file: ApplicationFile }) {
  return (
    <>
      {vouches.map((vouch) => (
        <VouchCard key={vouch.id} vouch={vouch} />
      ))}
      <Independence {...admission} count={vouches.filter(stands).length} />
    </>
  );
}

const LOOKS = { strong: { look: 'ok' }, some: {}, light: {} } as const;

const stands = ({ withdrawnAt }: VouchOfFile) => withdrawnAt === null;

function VouchCard({ vouch }: { vouch: VouchOfFile }) {
  const { i18n } = useLingui();
  const { relation, statement, attestations, weight } = vouch;
  return (
    <Card className="stack--1 card--flat">
      <div className="inline between top">
        <b>{relation}</b>
        {stands(vouch) && weight && (
          <Badge {...LOOKS[weight]}>{i18n._(VOUCH_WEIGHT_LABELS[weight])}</Badge>
        )}
        {!stands(vouch) && (
          <Badge look="warn">
            <Trans>Retirado</Trans>
          </Badge>
        )}
      </div>
      {statement && <span className="said">{statement}</span>}
      <span className="xs muted">
        <Trans>
          Afirma: {attestations.map((one) => i18n._(ATTESTATION_LABELS[one])).join(' · ')}
        </Trans>
      </span>
      {!stands(vouch) && <Withdrawn vouch={vouch} />}
    </Card>
  );
}

function Withdrawn({ vouch: { withdrawalReason, withdrawalWords } }: { vouch: VouchOfFile }) {
  const { i18n } = useLingui();
  return (
    <>
      {withdrawalReason && <b className="xs">{i18n._(WITHDRAWAL_LABELS[withdrawalReason])}</b>}
      {withdrawalWords && <span className="said quote">{withdrawalWords}</span>}
    </>
  );
}

interface IndependenceProps {
  independence: ApplicationFile['admission']['independence'];
  vouchesCounted: number;
  count: number;
}

function Independence({ independence, vouchesCounted, count }: IndependenceProps) {
  if (!independence) return null;
  return (
    <p className="xs muted">
      {independence === 'different' ? (
        <Plural
          value={count}
          one="Quienes avalan entraron por personas distintas."
          _2="Las dos personas que avalan entraron por personas distintas."
          other="Las # personas que avalan entraron por personas distintas."
        />
      ) : (
        <Plural
          value={vouchesCounted}
          one="Una entró por la otra: cuentan como una."
          other="Alguna entró por otra: en total cuentan como #."
        />
      )}
    </p>
  );
}
