import { Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import { announce } from '../ui/announcer.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorState } from '../ui/error-state.js';
import { later } from '../ui/later.js';
import { LinesSkeleton, Page } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { type Assumed, assumedOf, questionOf, searchOf } from './assumed.js';
import { Assumptions } from './assumptions.js';
import { ComparisonChart } from './comparison-chart.js';
import { ComparisonSkeleton, ComparisonTable } from './comparison-table.js';
import { ExportMenu } from './export-menu.js';
import { faultsOf, Refusal } from './refusal.js';
import { useResult } from './use-column-names.js';
import { type Comparison, comingOf, useComparison } from './use-comparison.js';

const CounterofferRiskPanel = later(
  async () => (await import('./parts/counteroffer-risk-panel.js')).CounterofferRiskPanel,
);
const FeePanel = later(async () => (await import('./parts/fee-panel.js')).FeePanel);
const CandidacyBids = later(async () => (await import('./parts/candidacy-bids.js')).CandidacyBids);

const route = getRouteApi('/signed-in/candidacies/$id/compare');

/** Staying, our offers, counteroffers and competing offers side by side; the address holds every assumption. */
export function ComparePage() {
  const { id } = route.useParams();
  return <Comparing key={id} id={id} />;
}

function Comparing({ id }: { id: string }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const assumed = useMemo(() => assumedOf(search), [search]);
  const question = questionOf(assumed);
  const { shown, former, problem, busy, retry } = useComparison(id, question);
  const isEmpty = problem?.code === 'comparison.empty';
  const isGone = problem !== undefined && [403, 404].includes(problem.status);
  const assume = (change: (former: Assumed) => Assumed) =>
    void navigate({ search: (former) => searchOf(change(assumedOf(former))), replace: true });
  return (
    <Page
      title={t('comparison.title')}
      trail={shown ? <About comparison={shown} /> : '\u00A0'}
      actions={shown && <ExportMenu candidacyId={id} question={question} />}
    >
      {isGone ? (
        <ErrorState error={problem} onRetry={retry} />
      ) : (
        <Stack gap="md">
          <Suspense fallback={<LinesSkeleton lines={4} />}>
            <CandidacyBids candidacyId={id} />
            <CounterofferRiskPanel candidacyId={id} />
          </Suspense>
          {isEmpty ? (
            <EmptyState icon={IconScale} title={t('comparison.empty')} hint={t('comparison.emptyHint')} />
          ) : (
            <>
              <Assumptions
                assumed={assumed}
                comparison={shown}
                faults={faultsOf(problem, question)}
                onAssume={assume}
                onReset={() => void navigate({ search: {}, replace: true })}
              />
              {problem && (
                <Refusal
                  problem={problem}
                  question={question}
                  stays={shown !== undefined}
                  onAssume={assume}
                  onRetry={retry}
                />
              )}
              {shown ? <Compared comparison={shown} former={former} busy={busy} /> : !problem && <ComparisonSkeleton />}
            </>
          )}
          <Suspense fallback={<LinesSkeleton lines={4} />}>
            <FeePanel candidacyId={id} />
          </Suspense>
        </Stack>
      )}
    </Page>
  );
}

/** Who is compared, and for which search. */
function About({ comparison: { candidateId, candidateName, searchId, searchTitle } }: { comparison: Comparison }) {
  return (
    <>
      <Link to="/candidates/$id" params={{ id: candidateId }}>
        {candidateName}
      </Link>
      {' · '}
      <Link to="/searches/$id/board" params={{ id: searchId }}>
        {searchTitle}
      </Link>
    </>
  );
}

type ComparedProps = { comparison: Comparison; former: Comparison | undefined; busy: boolean };

function Compared({ comparison, former, busy }: ComparedProps) {
  const { t } = useTranslation();
  const result = useResult(comparison);
  const said = useRef(comparison);
  useEffect(() => {
    if (said.current === comparison) return;
    said.current = comparison;
    announce(t('comparison.assume.renewed', { result: result?.words ?? '' }));
  }, [comparison, result?.words, t]);
  const dependsOnCovenants = comingOf(comparison).some(({ earliestStart }) => earliestStart !== null);
  return (
    <>
      <Basis comparison={comparison} />
      <Panel title={t('comparison.table.label')} flush>
        <ComparisonTable comparison={comparison} former={former} busy={busy} />
      </Panel>
      <Text size="xs" c="dimmed">
        {[t('comparison.table.hint'), dependsOnCovenants && t('comparison.start.law')].filter(Boolean).join(' ')}
      </Text>
      <ComparisonChart comparison={comparison} />
    </>
  );
}

/** What holds for every column: currency, rates, last day, and where the months begin. */
function Basis({ comparison: { currency, rateOn, rates, lastDay, begin } }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const used = rates.map(({ from, to, rate, on, source }) =>
    t('comparison.basis.rate', { from, to, rate, day: format.day(on), source }),
  );
  return (
    <Text size="sm" c="dimmed">
      {[
        t('comparison.basis.currency', { currency }),
        t('comparison.basis.rateOn', { day: format.day(rateOn) }),
        ...(used.length > 0 ? used : [t('comparison.basis.noRates')]),
        t('comparison.basis.lastDay', { day: format.day(lastDay) }),
        t('comparison.basis.begin', { day: format.day(begin) }),
      ].join(' · ')}
    </Text>
  );
}
