import { useState } from 'react';
import { $api, type Schemas } from '../app/api.js';
import { type Problem, toProblem } from '../app/problem.js';

export type Comparison = Schemas['ComparisonView'];
export type Compared = Schemas['ComparedView'];
export type Figure = Schemas['FigureView'];

export type ComparisonState = {
  /** The latest that was answered; it stays while a new one loads, and where that is refused. */
  shown: Comparison | undefined;
  /** The one before it. */
  former: Comparison | undefined;
  problem: Problem | undefined;
  /** A new one is on its way. */
  busy: boolean;
  retry: () => void;
};

/** Compares the packages of a candidacy as it is asked. */
export function useComparison(candidacyId: string, question: Schemas['AssumeComparison']): ComparisonState {
  const [answers, setAnswers] = useState<Pick<ComparisonState, 'shown' | 'former'>>({
    shown: undefined,
    former: undefined,
  });
  const { data, error, isFetching, refetch } = $api.useQuery('post', '/api/v1/candidacies/{id}/comparison', {
    params: { path: { id: candidacyId } },
    body: question,
  });
  if (data && data !== answers.shown) setAnswers({ shown: data, former: answers.shown });
  return {
    ...answers,
    problem: error ? toProblem(error) : undefined,
    busy: isFetching && !data,
    retry: () => void refetch(),
  };
}

/** The column of staying with today's employer. */
export function stayOf({ columns }: Pick<Comparison, 'columns'>): Compared | undefined {
  return columns.find(({ kind }) => kind === 'stay');
}

/** The columns that start somewhere else. */
export function comingOf({ columns }: Comparison): Compared[] {
  return columns.filter(({ kind }) => kind === 'offer' || kind === 'competing_offer');
}
