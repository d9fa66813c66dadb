import { Button, Text } from '@mantine/core';
import { stepNeeds } from '@domain/offers/offer-log.rules.js';
import type { OfferState } from '@domain/offers/offer.js';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';
import { useMay, useMe } from '../app/session.js';
import { Timeline, type TimelineEntry } from '../ui/timeline.js';
import { offerStale, takeBackStep } from './use-offers.js';

type Step = Schemas['OfferStepView'];

/** Steps that a later version or the clock made stay. */
const lasting = ['superseded', 'expired'];

/** How an offer came to stand as it does, the latest first; the latest can be taken back, and stays struck through. */
export function OfferSteps({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const me = useMe();
  const takeBack = useChange<string, void>({
    send: takeBackStep,
    stale: offerStale,
    said: () => ({ title: t('offers.one.takenBack') }),
  });
  const latest = steps.find(({ voidedAt }) => voidedAt === null);
  const word = (state: string): string => t(`words.offerState.${state as OfferState}`);
  const entries = steps.map((step): TimelineEntry => {
    const { id, from, to, occurredAt, memberId, memberName, note, reasons, voidedAt, voidedByName } = step;
    const mayTakeBack =
      id === latest?.id &&
      from !== null &&
      !lasting.includes(to) &&
      may(stepNeeds({ fromState: from, toState: to })) &&
      (memberId === me.id || may('candidacy.void'));
    const Icon = from === null ? IconPlus : IconArrowRight;
    return {
      id,
      at: occurredAt,
      icon: <Icon size={15} />,
      title: (
        <>
          <strong>{from === null ? word(to) : t('offers.one.from', { from: word(from), to: word(to) })}</strong>{' '}
          <Text span size="sm" c="dimmed">
            {memberName ?? t('offers.one.clock')}
          </Text>
        </>
      ),
      body:
        note || reasons.length > 0 ? (
          <Text className="multiline">
            {[format.list(reasons.map((one) => t(`words.decisionReason.${one}`))), note].filter(Boolean).join('\n')}
          </Text>
        ) : undefined,
      voidedBy: voidedAt === null ? undefined : (voidedByName ?? t('ui.none')),
      actions: mayTakeBack ? (
        <Button size="compact-xs" variant="subtle" onClick={() => void takeBack(id).catch(() => {})}>
          {t('offers.one.takeBack')}
        </Button>
      ) : undefined,
    };
  });
  return <Timeline entries={entries} />;
}
