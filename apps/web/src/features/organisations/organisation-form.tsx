import { useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { OrganisationAudience } from '../../gql/types';
import { languagesOf, type Taxonomy, useTaxonomy } from '../../lib/server/taxonomy';
import type { MutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { TextField } from '../../ui/forms/field';
import { TaxonomyPicker } from '../../ui/forms/taxonomy-picker';
import { OrganisationAudienceChoice } from './organisation-audience';
import './error-texts';

export interface OrganisationInput {
  name: string;
  about: string;
  issueAreas: string[];
  practices: string[];
  territories: string[];
  languages: string[];
  audience: OrganisationAudience;
  groupIds: string[];
}

type Lists = Pick<OrganisationInput, 'issueAreas' | 'practices' | 'territories' | 'languages'>;

interface OrganisationFormProps {
  said: OrganisationInput;
  act: Pick<MutationState<unknown, never>, 'isBusy' | 'message' | 'fieldMessage'>;
  label: ReactNode;
  onSubmit: (said: OrganisationInput) => void;
}

/** Creates or edits an organisation. The form keeps its input when the server rejects it. */
export function OrganisationForm({ said, act, label, onSubmit }: OrganisationFormProps) {
  const [lists, setLists] = useState<Lists>(said);
  const [place, setPlace] = useState({ audience: said.audience, groupIds: said.groupIds });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? '');
    const { issueAreas, practices, territories, languages } = lists;
    const terms = { issueAreas, practices, territories, languages };
    onSubmit({ name: typed('name'), about: typed('about'), ...terms, ...place });
  };
  return (
    <form className="stack stack--5" onSubmit={submit} noValidate>
      <ErrorBanner text={act.message} />
      <Texts said={said} errorOf={act.fieldMessage} />
      <TermLists lists={lists} onChange={setLists} />
      <OrganisationAudienceChoice
        {...place}
        error={act.fieldMessage('groupIds')}
        onChange={setPlace}
      />
      <Button kind="primary" type="submit" block isBusy={act.isBusy}>
        {label}
      </Button>
    </form>
  );
}

interface TextsProps {
  said: OrganisationInput;
  errorOf: (field: string) => string | undefined;
}

function Texts({ said, errorOf }: TextsProps) {
  const { t } = useLingui();
  return (
    <>
      <TextField
        label={t`Nombre de la organización`}
        name="name"
        maxLength={80}
        defaultValue={said.name}
        error={errorOf('name')}
      />
      <TextField
        label={t`Una línea sobre lo que hace`}
        isOptional
        name="about"
        maxLength={200}
        defaultValue={said.about}
        error={errorOf('about')}
      />
    </>
  );
}

interface TermListsProps {
  lists: Lists;
  onChange: (lists: Lists) => void;
}

function TermLists({ lists, onChange }: TermListsProps) {
  const { t } = useLingui();
  const taxonomy = useTaxonomy();
  const kinds = [
    ['issueAreas', t`Temas`, taxonomy?.issueAreas, 5],
    ['practices', t`Qué hace`, taxonomy?.practices, 8],
    ['territories', t`Territorios`, placesOf(taxonomy), 10],
    ['languages', t`Lenguas`, taxonomy && languagesOf(taxonomy), 10],
  ] as const;
  return kinds.map(([name, legend, terms, limit]) => (
    <TaxonomyPicker
      key={name}
      id={name}
      legend={legend}
      terms={(terms ?? []).map((term) => ({ key: term.id, label: term.name }))}
      value={lists[name]}
      onChange={(value) => onChange({ ...lists, [name]: value })}
      limit={limit}
      isOptional
    />
  ));
}

const placesOf = (of: Taxonomy | undefined) =>
  of && [...of.sharedTerritories, ...of.countries, ...of.otherCountries];
