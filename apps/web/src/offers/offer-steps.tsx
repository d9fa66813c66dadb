import { Button, Text } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { useChange } from '../app/change.js';
import { useFormat } from '../app/format.js';
import { Timeline, type TimelineEntry } from '../ui/timeline.js';
import { offerStale, takeBackStep } from './use-offers.js';

type Props = {
  steps: readonly Schemas['OfferStepView'][];
  takesBack: string | null;
  wordOf: (state: string) => string;
};

/** How an offer or a bid came to stand as it does, the latest first; one that is taken back stays, struck through. */
export function OfferSteps({ steps, takesBack, wordOf: word }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const takeBack = useChange<string, void>({
    send: takeBackStep,
    stale: offerStale,
    said: () => ({ title: t('offers.one.takenBack') }),
  });
  const entries = steps.map((step): TimelineEntry => {
    const { id, from, to, occurredAt, memberName, note, reasons, voidedAt, voidedByName } = step;
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
      actions:
        id === takesBack ? (
          <Button size="compact-xs" variant="subtle" onClick={() => void takeBack(id).catch(() => {})}>
            {t('offers.one.takeBack')}
          </Button>
        ) : undefined,
    };
  });
  return <Timeline entries={entries} />;
}
