import type { Permission } from '@domain/access/permissions.js';
import { Link, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../app/session.js';
import { later } from '../ui/later.js';
import { LinesSkeleton, Page } from '../ui/page.js';
import classes from './settings-page.module.css';

const AccountPart = later(async () => (await import('./account-part.js')).AccountPart);
const AgencyPart = later(async () => (await import('./agency-part.js')).AgencyPart);
const ApiKeysPart = later(async () => (await import('./api-keys-part.js')).ApiKeysPart);
const AuditPart = later(async () => (await import('./audit-part.js')).AuditPart);
const CustomFieldsPart = later(async () => (await import('./custom-fields-part.js')).CustomFieldsPart);
const ExportsPart = later(async () => (await import('../exports/parts/exports-list.js')).ExportsList);
const NoteTemplatesPart = later(async () => (await import('../notes/parts/note-templates.js')).NoteTemplates);
const MessageTemplatesPart = later(
  async () => (await import('../poaching/parts/message-templates.js')).MessageTemplates,
);
const ExchangeRatesPart = later(async () => (await import('../offers/parts/exchange-rates.js')).ExchangeRates);
const LadderPart = later(async () => (await import('../organizations/parts/ladder.js')).Ladder);
const PayPlacesPart = later(async () => (await import('../portal/parts/pay-places.js')).PayPlaces);
const OffLimitsPart = later(async () => (await import('../off-limits/parts/off-limits-settings.js')).OffLimitsSettings);
const PipelinesPart = later(async () => (await import('./pipelines-part.js')).PipelinesPart);
const ReportTemplatesPart = later(async () => (await import('../portal/parts/report-templates.js')).ReportTemplates);
const UsersPart = later(async () => (await import('./users-part.js')).UsersPart);
const WordsPart = later(async () => (await import('./words-part.js')).WordsPart);

type Part =
  | 'account'
  | 'agency'
  | 'users'
  | 'pipelines'
  | 'tags'
  | 'roleFamilies'
  | 'customFields'
  | 'ladder'
  | 'noteTemplates'
  | 'messageTemplates'
  | 'reportTemplates'
  | 'payPlaces'
  | 'exchangeRates'
  | 'offLimits'
  | 'exports'
  | 'apiKeys'
  | 'audit';

const parts: readonly { id: Part; needs: Permission; Content: React.ComponentType }[] = [
  { id: 'account', needs: 'me.read', Content: AccountPart },
  { id: 'agency', needs: 'agency.edit', Content: AgencyPart },
  { id: 'users', needs: 'user.read', Content: UsersPart },
  { id: 'pipelines', needs: 'settings.read', Content: PipelinesPart },
  { id: 'tags', needs: 'settings.read', Content: () => <WordsPart kind="tags" /> },
  { id: 'roleFamilies', needs: 'settings.read', Content: () => <WordsPart kind="roleFamilies" /> },
  { id: 'customFields', needs: 'settings.read', Content: CustomFieldsPart },
  { id: 'ladder', needs: 'settings.read', Content: LadderPart },
  { id: 'noteTemplates', needs: 'settings.read', Content: NoteTemplatesPart },
  { id: 'messageTemplates', needs: 'settings.read', Content: MessageTemplatesPart },
  { id: 'reportTemplates', needs: 'settings.read', Content: ReportTemplatesPart },
  { id: 'payPlaces', needs: 'settings.read', Content: PayPlacesPart },
  { id: 'exchangeRates', needs: 'exchange-rate.read', Content: ExchangeRatesPart },
  { id: 'offLimits', needs: 'off-limits.read', Content: OffLimitsPart },
  { id: 'exports', needs: 'export.run', Content: ExportsPart },
  { id: 'apiKeys', needs: 'api-key.manage', Content: ApiKeysPart },
  { id: 'audit', needs: 'audit.read', Content: AuditPart },
];

/** What the agency and oneself can set, one part at a time. */
export function SettingsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { part } = useParams({ strict: false });
  const shown = parts.filter(({ needs }) => may(needs));
  const open = shown.find(({ id }) => id === part) ?? shown[0];
  if (!open) return null;
  const { Content } = open;
  return (
    <Page title={t('settings.title')} aside={t(`settings.part.${open.id}`)}>
      <div className={classes.settings}>
        <nav aria-label={t('settings.parts')} className={classes.parts}>
          {shown.map(({ id }) => (
            <Link
              key={id}
              to="/settings/$part"
              params={{ part: id }}
              className={classes.part}
              aria-current={id === open.id ? 'page' : undefined}
            >
              {t(`settings.part.${id}`)}
            </Link>
          ))}
        </nav>
        <div className={classes.content}>
          <Suspense fallback={<LinesSkeleton lines={6} />}>
            <Content key={open.id} />
          </Suspense>
        </div>
      </div>
    </Page>
  );
}
