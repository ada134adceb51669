import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { type TypedDocumentNode, useQuery } from 'urql';
import type { SupportTemplatePurpose, TemplatePurpose } from '../../../gql/types';
import { requestProblemOf } from '../../../lib/server/errors';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Row, Rows } from '../../../ui/display/card';
import { Skeleton } from '../../../ui/display/skeleton';
import { LoadFailed } from '../../../ui/page/load-failed';
import { PendingChange, useInitialValue, usePendingChange } from '../instance/pending-change';
import {
  CURRENT_SUPPORT_TEMPLATES_QUERY,
  CURRENT_TEMPLATES_QUERY,
  REQUEST_SUPPORT_TEMPLATES_CHANGE,
  REQUEST_TEMPLATES_CHANGE,
} from './desk-settings.graphql';
import type { TemplateEntry } from './template-fields';
import { SUPPORT_TEMPLATE_LABELS, TEMPLATE_PURPOSE_LABELS } from './template-labels';
import { type StoredTemplate, type TemplateKind, TemplatesEditor } from './templates-editor';

interface TemplatesSettingProps {
  /** Opens the password sheet that explains `what`; calls `act` once the password is correct. */
  onConfirm: (what: ReactNode, act: () => void) => void;
  onAsked: (actId: string) => void;
}

/** The templates of reviewers. */
export function TemplatesSetting(props: TemplatesSettingProps) {
  const { run, ...state } = useMutationState(REQUEST_TEMPLATES_CHANGE);
  const kindOf = (readAs: string): TemplateKind<TemplatePurpose> => ({
    ...state,
    purposes: ['ask', 'accept', 'decline'],
    labels: TEMPLATE_PURPOSE_LABELS,
    classed: 'decline',
    send: async (entries, reason) => {
      const items = entries.map((one) => ({ ...said(one), reasonClass: one.reasonClass }));
      return (await run({ input: { items, readAs, reason } }))?.askToChangeReasonTemplates.id;
    },
  });
  return (
    <ListSetting
      {...props}
      setting="reasonTemplates"
      query={CURRENT_TEMPLATES_QUERY}
      read={({ deskWords }) => ({ list: deskWords.templates, readAs: deskWords.templatesReadAs })}
      kindOf={kindOf}
    />
  );
}

/** The templates of supporters. */
export function SupportTemplatesSetting(props: TemplatesSettingProps) {
  const { run, ...state } = useMutationState(REQUEST_SUPPORT_TEMPLATES_CHANGE);
  const kindOf = (readAs: string): TemplateKind<SupportTemplatePurpose> => ({
    ...state,
    purposes: ['accept', 'ask', 'decline', 'refer'],
    labels: SUPPORT_TEMPLATE_LABELS,
    send: async (entries, reason) => {
      const input = { items: entries.map(said), readAs, reason };
      return (await run({ input }))?.askToChangeSupportTemplates.id;
    },
  });
  return (
    <ListSetting
      {...props}
      setting="supportTemplates"
      query={CURRENT_SUPPORT_TEMPLATES_QUERY}
      read={({ supportTemplates: { items, readAs } }) => ({ list: items, readAs })}
      kindOf={kindOf}
    />
  );
}

/** The fields of a template that a request contains. */
const said = <Purpose extends string>({
  key,
  purpose,
  titles,
  bodies,
}: TemplateEntry<Purpose>) => ({
  ...{ key, purpose, titles, bodies },
});

interface CurrentList<Purpose extends string> {
  readonly list: readonly StoredTemplate<Purpose>[];
  readonly readAs: string;
}

interface ListSettingProps<Data, Purpose extends string> extends TemplatesSettingProps {
  setting: string;
  query: TypedDocumentNode<Data, Record<string, never>>;
  read: (data: Data) => CurrentList<Purpose>;
  kindOf: (readAs: string) => TemplateKind<Purpose>;
}

/** Shows templates read-only while a change is pending, otherwise their editor. */
function ListSetting<Data, Purpose extends string>(props: ListSettingProps<Data, Purpose>) {
  const { setting, query, read, kindOf, ...rest } = props;
  const [{ data, error, stale }, execute] = useQuery({
    ...{ query, variables: {} },
    requestPolicy: 'cache-and-network',
  });
  const waiting = usePendingChange(setting);
  const [discards, setDiscards] = useState(0);
  const fresh = stale ? undefined : data;
  const begun = useInitialValue(fresh, waiting);
  const problem = requestProblemOf(error);
  const reload = () => execute({ requestPolicy: 'network-only' });
  if (!data && problem) return <LoadFailed problem={problem} onRetry={reload} />;
  if (!begun && (!fresh || waiting === undefined)) return <Skeleton kind="row" rows={6} />;
  const shown = begun ?? fresh;
  if (!shown) return null;
  const { list, readAs } = read(shown);
  const kind = kindOf(readAs);
  return (
    <>
      {waiting && <PendingChange actId={waiting} />}
      {begun ? (
        <TemplatesEditor
          key={discards}
          {...{ templates: list, kind, form: `${setting} ${readAs}` }}
          onDiscarded={() => setDiscards(discards + 1)}
          {...rest}
        />
      ) : (
        <AsTheyAre templates={list} labels={kind.labels} />
      )}
    </>
  );
}

interface AsTheyAreProps<Purpose extends string> {
  templates: readonly StoredTemplate<Purpose>[];
  labels: Readonly<Record<Purpose, MessageDescriptor>>;
}

function AsTheyAre<Purpose extends string>({ templates, labels }: AsTheyAreProps<Purpose>) {
  const { t, i18n } = useLingui();
  return (
    <Rows label={t`Textos para empezar`}>
      {templates.map(({ id, purpose, titles }) => (
        <Row
          key={id}
          title={titles[i18n.locale as keyof typeof titles] || titles.es}
          note={i18n._(labels[purpose])}
        />
      ))}
    </Rows>
  );
}
