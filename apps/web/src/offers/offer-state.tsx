import { Badge } from '@mantine/core';
import type { OfferState, RivalOfferState } from '@domain/offers/offer.js';
import {
  IconArrowBackUp,
  IconCheck,
  IconClockOff,
  IconEye,
  IconInbox,
  IconMessage,
  IconPencil,
  IconReplace,
  IconSend,
  IconUserOff,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const looks = {
  draft: { color: 'gray', Icon: IconPencil },
  verbal: { color: 'blue', Icon: IconMessage },
  extended: { color: 'teal', Icon: IconSend },
  accepted: { color: 'green', Icon: IconCheck },
  declined: { color: 'red', Icon: IconX },
  expired: { color: 'gray', Icon: IconClockOff },
  withdrawn: { color: 'gray', Icon: IconArrowBackUp },
  superseded: { color: 'gray', Icon: IconReplace },
  reneged: { color: 'red', Icon: IconUserOff },
  rescinded: { color: 'red', Icon: IconArrowBackUp },
} as const satisfies Record<OfferState, object>;

const rivalLooks = {
  expected: { color: 'gray', Icon: IconEye },
  received: { color: 'yellow', Icon: IconInbox },
  refused: { color: 'green', Icon: IconCheck },
  accepted: { color: 'red', Icon: IconUserOff },
  lapsed: { color: 'gray', Icon: IconClockOff },
} as const satisfies Record<RivalOfferState, object>;

/** How an offer stands, in words and icon. */
export function OfferStateBadge({ state }: { state: OfferState }) {
  const { t } = useTranslation();
  const { color, Icon } = looks[state];
  return (
    <Badge variant="light" color={color} tt="none" leftSection={<Icon size={13} aria-hidden />}>
      {t(`words.offerState.${state}`)}
    </Badge>
  );
}

/** How a bid against ours stands, in words and icon. */
export function RivalOfferStateBadge({ state }: { state: RivalOfferState }) {
  const { t } = useTranslation();
  const { color, Icon } = rivalLooks[state];
  return (
    <Badge variant="light" color={color} tt="none" leftSection={<Icon size={13} aria-hidden />}>
      {t(`words.rivalOfferState.${state}`)}
    </Badge>
  );
}
