import type { Schemas } from '../app/api.js';
import { useTranslation } from 'react-i18next';
import { TagsField } from '../settings/parts/tags-field.js';
import { Facts } from '../ui/facts.js';
import { Fact } from '../ui/fields/fact.js';
import type { FieldValue } from '../ui/fields/field.js';
import { Panel } from '../ui/panel.js';
import { useCandidateFields } from './candidate-fields.js';
import { Channels, Identifiers } from './channels-panel.js';

type Props = {
  candidate: Schemas['CandidateView'];
  editable: boolean;
  onSave: (values: Record<string, FieldValue>) => Promise<void>;
};

const work = [
  'headline',
  'roleFamilyId',
  'seniority',
  'areas',
  'skills',
  'technicalRoute',
  'motives',
  'languages',
] as const;
const place = ['city', 'country', 'workAuthorization', 'ownerId'] as const;
const names = [
  'displayName',
  'nativeName',
  'romanizedName',
  'givenName',
  'familyName',
  'aliases',
  'pseudonym',
] as const;

/** Who the person is: how to reach them, their facts and names, each edited in place. */
export function CandidateSide({ candidate, editable, onSave }: Props) {
  const { t } = useTranslation();
  const fields = useCandidateFields();
  const words: Partial<Record<string, string | null>> = {
    roleFamilyId: candidate.roleFamilyName,
    ownerId: candidate.ownerName,
  };
  const facts = (all: readonly (keyof typeof fields)[]) =>
    all.map((name) => (
      <Fact
        key={name}
        field={fields[name]}
        value={candidate[name as keyof typeof candidate] as FieldValue}
        words={words[name] ?? undefined}
        editable={editable}
        onSave={onSave}
      />
    ));
  return (
    <>
      <Channels candidate={candidate} editable={editable} />
      <Panel title={t('candidates.facts')}>
        <Facts>
          {facts(place)}
          <TagsField
            label={t('candidates.field.tagIds')}
            tags={candidate.tags}
            editable={editable}
            onSave={(tagIds) => onSave({ tagIds })}
          />
          {facts(work)}
        </Facts>
      </Panel>
      <Panel title={t('candidates.names')}>
        <Facts>{facts(names)}</Facts>
      </Panel>
      <Identifiers candidate={candidate} editable={editable} />
    </>
  );
}
