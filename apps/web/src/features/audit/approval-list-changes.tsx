import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Approval } from './approvals.graphql';
import { useActLabel } from './use-act-kind';

type Fact = Approval['shown'][number];
type ItemText = NonNullable<Fact['texts']>[number];
type Item = Fact & { readonly texts: readonly ItemText[] };

const LANGUAGE_NAMES = { es: 'Español', pt: 'Português', en: 'English' } as const;
/** Names of the texts of an item. An item with one text needs no name for it. */
const PART_NAMES: Readonly<Record<string, MessageDescriptor>> = {
  titles: msg`Cómo se llama`,
  bodies: msg`Qué dice`,
};
const isItem = (fact: Fact): fact is Item => Boolean(fact.texts);
const isInList = ({ label }: Fact) => label.split(':')[0] === 'list';

/** The changed items of a list, each text in an element of its own, and then the whole list in its new order. */
export function ApprovalListChanges({ act }: { act: Approval }) {
  const { i18n } = useLingui();
  const labelText = useActLabel(act);
  const items = act.shown.filter(isItem);
  const lists = Map.groupBy(items.filter(isInList), ({ label }) => label);
  return (
    <>
      {items
        .filter((item) => !isInList(item))
        .map((item, at) => (
          <ChangedItem key={at} act={act} item={item} />
        ))}
      {[...lists].map(([label, all]) => (
        <section key={label} className="stack stack--1">
          <h2 className="h3">{labelText(label)}</h2>
          <ol>
            {all.map((item, at) => (
              <li key={at} className="breakable">
                {at + 1}. {nameOf(item, i18n.locale)}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

/** The name of an item in this language; of a changed one, the name until now. */
function nameOf({ texts, value }: Item, locale: string): string {
  const name = texts.find(({ language, part }) => language === locale && part === texts[0]?.part);
  return name?.before ?? name?.after ?? value;
}

function ChangedItem({ act, item }: { act: Approval; item: Item }) {
  const { i18n } = useLingui();
  const labelText = useActLabel(act);
  const [what = ''] = item.label.split(':');
  const [, from, to] = /^turned:from:(.*):to:(.*)$/.exec(item.label) ?? [];
  const changed = item.texts.filter(({ before, after }) => before !== after);
  const parts = Map.groupBy(changed, ({ part }) => part);
  return (
    <section className="stack stack--3">
      <div className="stack stack--1">
        <span className="eyebrow">{labelText(from === undefined ? item.label : what)}</span>
        <h2 className="breakable">{nameOf(item, i18n.locale)}</h2>
      </div>
      {from !== undefined && to !== undefined && (
        <dl className="dl">
          <Block label={<Trans>Antes</Trans>}>{labelText(from)}</Block>
          <Block label={<Trans>Con el cambio</Trans>}>{labelText(to)}</Block>
        </dl>
      )}
      {[...parts].map(([part, texts]) => (
        <div key={part} className="stack stack--2">
          {PART_NAMES[part] && <h3>{i18n._(PART_NAMES[part])}</h3>}
          <dl className="dl">
            {texts.map((text) => (
              <TextBlocks key={text.language} text={text} />
            ))}
          </dl>
        </div>
      ))}
    </section>
  );
}

/** A text before and after the change; only one of them for a new or removed item. */
function TextBlocks({ text: { language, before, after } }: { text: ItemText }) {
  const name = LANGUAGE_NAMES[language];
  if (before === null || after === null) {
    return (
      <Block label={name} lang={language}>
        {before ?? after}
      </Block>
    );
  }
  return (
    <>
      <Block label={<Trans>{name}, antes</Trans>} lang={language}>
        {before}
      </Block>
      <Block label={<Trans>{name}, con el cambio</Trans>} lang={language}>
        {after}
      </Block>
    </>
  );
}

interface BlockProps {
  label: ReactNode;
  lang?: string;
  children: ReactNode;
}

function Block({ label, lang, children }: BlockProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="card lines breakable" lang={lang}>
        {children}
      </dd>
    </div>
  );
}
