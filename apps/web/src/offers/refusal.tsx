import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { formatterFor, useFormat } from '../app/format.js';
import { fieldOf, type Problem } from '../app/problem.js';
import { useMay } from '../app/session.js';
import { explain } from '../ui/explain.js';
import { type Assumed, withEntry } from './assumed.js';

type Question = Schemas['AssumeComparison'];

/** What was refused of a question, by the name of its field. */
export function faultsOf(problem: Problem | undefined, question: Question): ReadonlyMap<string, string> {
  if (!problem) return new Map();
  const early = firstDay(problem);
  if (early) {
    const words = i18next.t('comparison.refused.start', { day: formatterFor(i18next.language).day(early) });
    return new Map(tooEarly(question, early).map((id) => [`start.${id}`, words]));
  }
  if (problem.code === 'comparison.column') return new Map();
  return new Map(
    problem.errors.map(({ pointer, message }) => [
      nameOf(fieldOf(pointer), question),
      problem.code === 'exchange-rate.missing' ? i18next.t('problem.exchange-rate.missing') : message,
    ]),
  );
}

/** The field that a pointer into the question means. */
function nameOf(path: string, { starts = [], grantors = [] }: Question): string {
  const [list, index, name] = path.split('.');
  if (list === 'starts') return `start.${starts[Number(index)]?.id ?? ''}`;
  if (list === 'grantors') return `${name ?? ''}.${grantors[Number(index)]?.name ?? ''}`;
  return path;
}

/** The first day on which anybody can start, where a start before it was refused. */
function firstDay({ code, facts: { begin } }: Problem): string | undefined {
  return code === 'comparison.start' && typeof begin === 'string' ? begin : undefined;
}

const tooEarly = ({ starts = [] }: Question, day: string): string[] =>
  starts.filter(({ startsOn }) => startsOn < day).map(({ id }) => id);

type Props = {
  problem: Problem;
  question: Question;
  /** A comparison from before stands below. */
  stays: boolean;
  onAssume: (change: (former: Assumed) => Assumed) => void;
  onRetry: () => void;
};

/** Why a comparison was refused, and the one thing to do about it. */
export function Refusal({ problem, question, stays, onAssume, onRetry }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const { title, detail } = explain(problem);
  const early = firstDay(problem);
  const { from, to, on } = problem.facts;
  const without = (ids: readonly string[], day?: string) =>
    onAssume((former) => ({
      ...former,
      starts: ids.reduce((starts, id) => withEntry(starts, id, day), former.starts),
    }));
  const action = (label: string, run: () => void) => (
    <Button size="compact-sm" variant="light" onClick={run}>
      {label}
    </Button>
  );
  const known: Record<string, { words: string; act?: React.ReactNode }> = {
    'exchange-rate.missing': {
      words:
        typeof from === 'string' && typeof to === 'string' && typeof on === 'string'
          ? t('comparison.refused.rate', { from, to, day: format.day(on) })
          : (detail ?? ''),
      act: may('exchange-rate.read') && (
        <Link to="/settings/$part" params={{ part: 'exchangeRates' }}>
          {t('comparison.refused.rates')}
        </Link>
      ),
    },
    ...(early && {
      'comparison.start': {
        words: t('comparison.refused.start', { day: format.day(early) }),
        act: action(t('comparison.refused.startThen', { day: format.day(early) }), () =>
          without(tooEarly(question, early), early),
        ),
      },
    }),
    'comparison.column': {
      words: t('comparison.refused.column'),
      act: action(t('comparison.refused.columnAway'), () =>
        without(problem.errors.flatMap(({ pointer }) => question.starts?.[Number(pointer.split('/')[2])]?.id ?? [])),
      ),
    },
  };
  const { words, act } = known[problem.code] ?? {
    words: detail ?? '',
    act: action(t('app.error.retry'), onRetry),
  };
  return (
    <Alert color="red" variant="light" icon={<IconAlertTriangle size={18} aria-hidden />} title={title} role="alert">
      <Text size="sm">{[words, stays && t('comparison.refused.stays')].filter(Boolean).join(' ')}</Text>
      {act && <Group mt="xs">{act}</Group>}
    </Alert>
  );
}
