import { Button, Group, Stack, Text } from '@mantine/core';
import type { OfferState } from '@domain/offers/offer.js';
import { IconScale } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { $api } from '../app/api.js';
import { useFormat } from '../app/format.js';
import { useMay } from '../app/session.js';
import { PayPanel } from '../candidates/parts/pay-panel.js';
import { ErrorState } from '../ui/error-state.js';
import { FactLine, Split } from '../ui/facts.js';
import { later } from '../ui/later.js';
import { LinesSkeleton, Page, PageSkeleton } from '../ui/page.js';
import { Panel } from '../ui/panel.js';
import { OfferMenu } from './offer-menu.js';
import { OfferStateBadge } from './offer-state.js';
import { OfferSteps } from './offer-steps.js';
import { useCandidacyOffers } from './use-candidacy-offers.js';
import type { Offer, OfferDetail } from './use-offers.js';

const Letters = later(async () => (await import('../documents/parts/candidate-documents.js')).CandidateDocuments);

const route = getRouteApi('/signed-in/offers/$id');

/** One version of an offer: what it pays, how it came to stand as it does, its letter, and what can be done with it. */
export function OfferPage() {
  const { id } = route.useParams();
  const asked = $api.useQuery('get', '/api/v1/offers/{id}', { params: { path: { id } } });
  if (asked.error && !asked.data) return <ErrorState error={asked.error} onRetry={() => void asked.refetch()} />;
  return asked.data ? <OneOffer key={id} offer={asked.data} /> : <PageSkeleton />;
}

function OneOffer({ offer }: { offer: OfferDetail }) {
  const { t } = useTranslation();
  const may = useMay();
  const { id, candidacyId, candidateId, candidateName, searchId, searchTitle } = offer;
  return (
    <Page
      title={t('offers.title.make', { name: candidateName })}
      trail={
        <>
          <Link to="/candidates/$id" params={{ id: candidateId }}>
            {candidateName}
          </Link>
          {' · '}
          <Link to="/searches/$id/board" params={{ id: searchId }}>
            {searchTitle}
          </Link>
        </>
      }
      aside={
        <Group gap="xs" wrap="nowrap">
          <OfferStateBadge state={offer.state} />
          <Text size="sm" c="dimmed">
            {t('offers.version', { number: offer.number })}
          </Text>
        </Group>
      }
      actions={
        <Group gap="xs" wrap="nowrap">
          <Button
            variant="light"
            leftSection={<IconScale size={16} aria-hidden />}
            renderRoot={(props) => <Link to="/candidacies/$id/compare" params={{ id: candidacyId }} {...props} />}
          >
            {t('offers.one.compare')}
          </Button>
          <OfferMenu offer={offer} />
        </Group>
      }
    >
      <Split side={<Side offer={offer} />}>
        <Stack gap="md">
          <PayPanel title={t('offers.one.pay')} pay={offer.package} />
          {may('document.read') && (
            <Panel title={t('offers.one.letter')}>
              <Suspense fallback={<LinesSkeleton lines={3} />}>
                <Letters candidateId={candidateId} archived={false} offerId={id} />
              </Suspense>
            </Panel>
          )}
          <Panel title={t('offers.one.steps')}>
            <OfferSteps
              steps={offer.steps}
              takesBack={offer.takesBack}
              wordOf={(state) => t(`words.offerState.${state as OfferState}`)}
            />
          </Panel>
        </Stack>
      </Split>
    </Page>
  );
}

function Side({ offer }: { offer: OfferDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = (value: string | null): string | null => value && format.day(value);
  const approved = offer.approvedBy && offer.approvedOn && `${offer.approvedBy}, ${format.day(offer.approvedOn)}`;
  const facts: [string, React.ReactNode][] = [
    [
      t('offers.column.client'),
      <Link key="client" to="/organizations/$id" params={{ id: offer.organizationId }}>
        {offer.organizationName}
      </Link>,
    ],
    [t('offers.field.expiresOn'), day(offer.expiresOn)],
    [t('offers.field.startsOn'), day(offer.startedOn ?? offer.startsOn)],
    [t('offers.one.approvedFact'), approved],
    [t('offers.field.resignedOn'), day(offer.resignedOn)],
    [t('offers.field.resignationConfirmedOn'), day(offer.resignationConfirmedOn)],
    [t('offers.field.lastDayOn'), day(offer.lastDayOn)],
    [t('offers.column.by'), offer.memberName],
  ];
  return (
    <Stack gap="md">
      <Panel title={t('offers.one.facts')}>
        {facts
          .filter(([, value]) => value !== null)
          .map(([label, value]) => (
            <FactLine key={label} label={label}>
              {value}
            </FactLine>
          ))}
        {offer.paysClawBack && <Text size="sm">{t('offers.field.paysClawBack')}</Text>}
        {offer.reasons.length > 0 && (
          <Text size="sm">{format.list(offer.reasons.map((one) => t(`words.decisionReason.${one}`)))}</Text>
        )}
        {offer.note && (
          <Text size="sm" className="multiline" mt="xs">
            {offer.note}
          </Text>
        )}
      </Panel>
      <Versions offer={offer} />
    </Stack>
  );
}

/** The versions of the offers of this candidacy, where there is more than this one. */
function Versions({ offer: { id, candidacyId } }: { offer: OfferDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows: versions } = useCandidacyOffers(candidacyId);
  if (versions.length < 2) return null;
  const cashOf = ({ annualCash }: Offer): string => (annualCash ? format.moneyShort(annualCash) : t('ui.none'));
  return (
    <Panel title={t('offers.one.versions')}>
      {versions.map((one) => (
        <Group key={one.id} justify="space-between" wrap="nowrap" gap="xs" mih={32}>
          <Text size="sm" fw={one.id === id ? 650 : undefined}>
            <Link to="/offers/$id" params={{ id: one.id }} aria-current={one.id === id ? 'page' : undefined}>
              {t('offers.version', { number: one.number })}
            </Link>{' '}
            · {cashOf(one)}
          </Text>
          <OfferStateBadge state={one.state} />
        </Group>
      ))}
    </Panel>
  );
}
