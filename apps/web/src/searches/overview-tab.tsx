import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { StageMark } from '../candidacies/parts/stage-mark.js';
import { StageBar } from './parts/stage-bar.js';
import { Fact } from '../ui/fields/fact.js';
import { later } from '../ui/later.js';
import { Panel } from '../ui/panel.js';
import { useSearchFields } from './search-fields.js';
import classes from './search-parts.module.css';
import { TermsPanel } from './terms-panel.js';
import { useSaveSearch } from './use-save-search.js';

const SearchFees = later(async () => (await import('../offers/parts/search-fees.js')).SearchFees);

/** What the client looks for, how far people have come, and what is agreed. */
export function OverviewTab({ search }: { search: Schemas['SearchView'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useSearchFields();
  const save = useSaveSearch(search);
  const { id, title, stages, candidateCount, placedCount, openings, abilities } = search;
  const editable = abilities.includes('edit');
  return (
    <>
      <Panel
        title={t('searches.progress')}
        aside={
          <Text size="sm" c="dimmed">
            {[
              t('home.people', { count: candidateCount }),
              t('searches.placedOf', { placed: format.number(placedCount), openings: format.number(openings) }),
            ].join(' · ')}
          </Text>
        }
      >
        <StageBar title={title} stages={stages} />
        <ul className={classes.legend}>
          {stages.map(({ id: stageId, name, group, count }) => (
            <li key={stageId}>
              <Link to="/searches/$id/board" params={{ id }}>
                <StageMark group={group} name={name} />
              </Link>
              <span>{format.number(count)}</span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('searches.field.brief')}>
        <Fact field={fields.brief} value={search.brief} editable={editable} onSave={save} words={lines(search.brief)} />
        <Fact
          field={fields.mustHaves}
          value={search.mustHaves}
          editable={editable}
          onSave={save}
          words={lines(search.mustHaves)}
        />
      </Panel>
      {search.fee !== undefined && <TermsPanel search={search} />}
      {search.fee !== undefined && (
        <Suspense>
          <SearchFees searchId={id} />
        </Suspense>
      )}
    </>
  );
}

const lines = (text: string | null): React.ReactNode => text && <span className={classes.multiline}>{text}</span>;
