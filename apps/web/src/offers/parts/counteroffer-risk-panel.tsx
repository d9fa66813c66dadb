import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { $api, type Schemas } from '../../app/api.js';
import { useFormat } from '../../app/format.js';
import { useMay } from '../../app/session.js';
import { today } from '../../app/today.js';
import { ErrorState } from '../../ui/error-state.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

type Risk = Schemas['RiskView'];

/** Why today's employer may win the person back, each reason with its figures, and what nobody knows yet. For who may see offers. */
export function CounterofferRiskPanel({ candidacyId }: { candidacyId: string }) {
  return useMay()('offer.read') ? <Reasons candidacyId={candidacyId} /> : null;
}

function Reasons({ candidacyId }: { candidacyId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useRiskWords();
  const { data, error, refetch } = $api.useQuery('get', '/api/v1/candidacies/{id}/counteroffer-risk', {
    params: { path: { id: candidacyId } },
  });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Panel title={t('risk.title')}>
      {data ? (
        <>
          {data.reasons.length === 0 ? (
            <Text size="sm">{t('risk.none')}</Text>
          ) : (
            <List size="sm" spacing={4}>
              {data.reasons.map((risk, index) => (
                <List.Item key={index}>{wordsOf(risk)}</List.Item>
              ))}
            </List>
          )}
          {data.unknown.length > 0 && (
            <Text size="sm" mt="xs">
              {t('risk.unknownTitle')} {format.list(data.unknown.map((gap) => t(`risk.unknown.${gap}`)))}
            </Text>
          )}
          <Text size="xs" c="dimmed" mt="xs">
            {[t('risk.hint'), data.payHidden && t('risk.payHidden')].filter(Boolean).join(' ')}
          </Text>
        </>
      ) : (
        <LinesSkeleton lines={4} />
      )}
    </Panel>
  );
}

/** A reason as a sentence with its figures. */
function useRiskWords(): (risk: Risk) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (risk) => {
    const { what, days, count, of } = risk;
    const amount = risk.amount ? format.moneyShort(risk.amount) : '';
    const beside = risk.beside ? format.moneyShort(risk.beside) : '';
    const from = risk.from ? format.day(risk.from) : '';
    const until = risk.until ? format.day(risk.until) : '';
    const span = { count: days ?? 0, until };
    switch (what) {
      case 'counteroffer': {
        const said = t(`risk.reason.counteroffer.${risk.state === 'received' ? 'received' : 'expected'}`, { from });
        return risk.amount ? t('risk.reason.counteroffer.cash', { what: said, amount }) : said;
      }
      case 'unvested':
        return t('risk.reason.unvested', { amount, beside, until });
      case 'unpaid_bonus':
      case 'claw_back':
        return t(`risk.reason.${what}`, { amount, until });
      case 'raise':
        return t('risk.reason.raise', { amount, beside, multiple: format.multiple(risk.multiple ?? '1') });
      case 'below_band':
        return t('risk.reason.below_band', { amount, beside });
      case 'record':
        return t('risk.reason.record', { count: count ?? 0, of: format.number(of ?? 0) });
      case 'wait':
        return t(risk.from === today() ? 'risk.reason.waitOpen' : 'risk.reason.wait', span);
      case 'notice':
      case 'not_resigned':
      case 'garden_leave':
        return t(`risk.reason.${what}`, span);
      case 'non_compete': {
        const said = t('risk.reason.non_compete', span);
        return risk.isDoubtful ? t('risk.reason.doubtful', { what: said }) : said;
      }
      case 'objections':
        return t('risk.reason.objections', {
          count: count ?? 0,
          words: format.list(risk.objections.map((one) => t(`words.objection.${one}`))),
        });
    }
  };
}
