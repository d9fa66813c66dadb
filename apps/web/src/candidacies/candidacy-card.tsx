import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconClock,
  IconDoorExit,
  IconFlag,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react';
import type { ExitReason } from '@domain/candidacies/exit-reasons.js';
import type { AttemptState } from '@domain/poaching/attempt.js';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import { OffLimitsMark } from '../off-limits/parts/off-limits-mark.js';
import { type Card, daysSince } from './board-state.js';
import classes from './candidacy-card.module.css';

/** States of an attempt that the stage does not tell already. */
const told: readonly AttemptState[] = ['in_conversation', 'not_now', 'declined', 'no_response'];

type Props = {
  card: Card;
  now: number;
  today: string;
  /** Asks what is next with the person; absent where nobody may say so. */
  onNext?: (() => void) | undefined;
};

/** A person on the board: who they are, what is next, how long they stand there, and what forbids to approach them. */
export function CandidacyCard({ card, now, today, onNext }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, second] = format.names(card.candidateName, card.nativeName);
  const { currentTitle, currentOrganizationName, exitReason } = card;
  const hasNext = card.nextAction !== null || card.nextActionOn !== null;
  const days = daysSince(card.exitedAt ?? card.enteredStageAt, now);
  return (
    <div className={classes.card}>
      <Text fw={600} truncate>
        <Link
          to="/candidates/$id"
          params={{ id: card.candidateId }}
          className={classes.name}
          draggable={false}
          tabIndex={-1}
        >
          {first}
        </Link>
        {second && (
          <Text span c="dimmed" size="sm" fw={400}>
            {' '}
            {second}
          </Text>
        )}
      </Text>
      <Text size="sm" c="dimmed" truncate>
        {[currentTitle, currentOrganizationName].filter(Boolean).join(' · ') || t('ui.none')}
      </Text>
      {exitReason ? (
        <span className={classes.line}>
          <IconDoorExit size={14} aria-hidden />
          <span className={classes.words}>{t(`words.exitReason.${exitReason as ExitReason}`)}</span>
        </span>
      ) : onNext && hasNext ? (
        <UnstyledButton className={classes.next} tabIndex={-1} title={t('candidacies.action.next')} onClick={onNext}>
          <NextAction card={card} today={today} />
        </UnstyledButton>
      ) : (
        <NextAction card={card} today={today} />
      )}
      <span className={classes.line} data-quiet>
        <IconClock size={14} aria-hidden />
        <span title={format.dateTime(card.exitedAt ?? card.enteredStageAt)}>
          {t('candidacies.board.days', { count: days })}
        </span>
        {card.ownerName && (
          <>
            <IconUser size={14} aria-hidden />
            <span className={classes.words}>{card.ownerName}</span>
          </>
        )}
        {onNext && !hasNext && (
          <ActionIcon
            size={24}
            className={classes.flag}
            tabIndex={-1}
            aria-label={t('candidacies.action.next')}
            title={t('candidacies.action.next')}
            onClick={onNext}
          >
            <IconFlag size={14} aria-hidden />
          </ActionIcon>
        )}
      </span>
      {card.attemptState && told.includes(card.attemptState) && (
        <span className={classes.line} data-quiet>
          <IconTargetArrow size={14} aria-hidden />
          <span className={classes.words}>{t(`words.attemptState.${card.attemptState}`)}</span>
        </span>
      )}
      <OffLimitsMark candidateId={card.candidateId} searchId={card.searchId} />
      {card.doNotContact && (
        <span className={classes.line} data-tone="danger">
          <IconBan size={14} aria-hidden />
          <span className={classes.words}>{t('candidacies.board.doNotContact')}</span>
        </span>
      )}
    </div>
  );
}

/** What is next with somebody, and whether it is overdue; nothing where nothing is set. */
export function NextAction({ card, today }: { card: Card; today: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nextAction, nextActionOn } = card;
  if (!nextAction && !nextActionOn) return null;
  const overdue = nextActionOn !== null && nextActionOn < today;
  const day = nextActionOn && (nextActionOn === today ? t('tasks.today') : format.dayShort(nextActionOn));
  const Icon = overdue ? IconAlertTriangle : IconFlag;
  return (
    <span className={classes.line} data-tone={overdue ? 'danger' : undefined}>
      <Icon size={14} aria-hidden />
      <span className={classes.words} title={nextAction ?? undefined}>
        {[overdue ? t('tasks.overdue') : undefined, day, nextAction].filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}
