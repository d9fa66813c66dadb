import { Button, Modal } from '@mantine/core';
import type { PackageKind } from '@domain/compensation/package.js';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { actionKey, api, ifMatch, type Schemas } from '../app/api.js';
import { tell } from '../app/change.js';
import { refresh } from '../app/freshness.js';
import { notify } from '../ui/notices.js';
import { PackageForm } from './parts/package-form.js';
import { draftOf, newPackage, type PackageDraft, valuesOf } from './parts/package-values.js';

type Props = { candidate: Schemas['CandidateView']; kind: PackageKind; onClose: () => void };

/** Asks what a person earns now, or what they ask for, and from where that is known. */
export function PackageEditor({ candidate, kind, onClose }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { currentPackage: current, expectedPackage: expected } = candidate;
  const known = (kind === 'current' ? current : expected) ?? undefined;
  const other = (kind === 'current' ? expected : current) ?? undefined;

  const put = async (values: Schemas['PackageValues'] | null, headers: Record<string, string>) => {
    const params = { path: { id: candidate.id } };
    await api.PUT('/api/v1/candidates/{id}/package', { params, body: { [kind]: values }, headers });
    await refresh(client, ['/candidates']);
  };
  const send = async (values: Schemas['PackageValues'] | null, said: string, key: string) => {
    const former = known ? { ...valuesOf(draftOf(known), kind), bonusIsApart: true } : null;
    await put(values, { ...ifMatch(candidate.version), 'Idempotency-Key': key });
    notify({ title: said, undo: () => put(former, {}) });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="60rem"
      title={`${t('candidates.package.title', { name: candidate.displayName })} · ${t(`candidates.package.${kind}`)}`}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <PackageForm
        kind={kind}
        pointer={kind}
        employerId={candidate.currentOrganizationId ?? undefined}
        initial={known && draftOf(known)}
        from={!known && other ? { label: t('candidates.package.copyOther'), pay: copyOf(other) } : undefined}
        aside={
          known && (
            <Button
              variant="subtle"
              color="red"
              onClick={() => void send(null, t('candidates.package.cleared'), actionKey()).catch(tell)}
            >
              {t('candidates.package.clear')}
            </Button>
          )
        }
        submit={t('ui.save')}
        onClose={onClose}
        onSubmit={(pay = newPackage(), _, key) => send(valuesOf(pay, kind), t('candidates.package.saved'), key)}
      />
    </Modal>
  );
}

/** The other package to begin from; when it was stated is not the same. */
function copyOf(other: Schemas['PackageView']): PackageDraft {
  const { terms, ...pay } = draftOf(other);
  return { ...pay, terms: { ...terms, statedOn: null } };
}
