import { Button, Group } from '@mantine/core';
import { contactKinds } from '@domain/organizations/contact.js';
import { IconAddressBook, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { useFormat } from '../app/format.js';
import { useMay } from '../app/session.js';
import { ContactLogForm } from '../poaching/parts/contact-log-form.js';
import { EmptyState } from '../ui/empty-state.js';
import type { Field } from '../ui/fields/field.js';
import { FormDialog } from '../ui/fields/form-dialog.js';
import { ListPanel } from '../ui/list-panel.js';
import { byCursor, useListState } from '../ui/list-state.js';
import { optionsOf } from '../ui/options.js';

type Contact = Schemas['ContactRow'];
type Open = { kind: 'add' } | { kind: 'edit' | 'log'; contact: Contact };

/** The people of the organization with whom we deal. */
export function ContactsTab({ id, mayAdd }: { id: string; mayAdd: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>();
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/organizations/{id}/contacts',
    { params: { path: { id }, query: { limit: 50, archived: false } } },
    byCursor,
  );
  const list = useListState<Contact>(query);
  const label = (name: 'name' | 'nativeName' | 'title' | 'kind' | 'email' | 'phone' | 'wechat') =>
    t(`organizations.contact.${name}`);
  const fields: Field[] = [
    { name: 'name', label: label('name'), kind: 'text', required: true },
    {
      name: 'kind',
      label: label('kind'),
      kind: 'choice',
      required: true,
      options: optionsOf(contactKinds, (word) => t(`words.contactKind.${word}`)),
    },
    { name: 'title', label: label('title'), kind: 'text' },
    { name: 'nativeName', label: label('nativeName'), kind: 'text' },
    { name: 'email', label: label('email'), kind: 'email' },
    { name: 'phone', label: label('phone'), kind: 'text' },
    { name: 'wechat', label: label('wechat'), kind: 'text' },
  ];
  const close = () => setOpen(undefined);
  const add = mayAdd ? { label: t('organizations.contact.add'), run: () => setOpen({ kind: 'add' }) } : undefined;
  return (
    <>
      {add && list.rows.length > 0 && (
        <Group justify="flex-end" mb="xs">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.run}>
            {add.label}
          </Button>
        </Group>
      )}
      <ListPanel
        label={t('organizations.tab.contacts')}
        list={list}
        empty={
          <EmptyState
            icon={IconAddressBook}
            title={t('organizations.contact.none')}
            hint={t('organizations.contact.noneHint')}
            action={add}
          />
        }
        columns={[
          {
            id: 'name',
            header: label('name'),
            cell: (contact) =>
              may('contact.edit') ? (
                <Button
                  variant="transparent"
                  px={0}
                  size="compact-sm"
                  aria-label={t('organizations.contact.edit', { name: contact.name })}
                  onClick={() => setOpen({ kind: 'edit', contact })}
                >
                  {contact.name}
                </Button>
              ) : (
                contact.name
              ),
          },
          { id: 'title', header: label('title'), cell: ({ title }) => title },
          { id: 'kind', header: label('kind'), cell: ({ kind }) => t(`words.contactKind.${kind}`) },
          {
            id: 'reach',
            header: t('organizations.contact.reach'),
            cell: ({ email, phone, wechat }) => [email, phone, wechat].filter(Boolean).join(' · '),
          },
          {
            id: 'last',
            header: t('organizations.contact.last'),
            cell: (contact) => (
              <Group gap="xs" wrap="nowrap">
                {contact.lastContactAt && format.date(contact.lastContactAt)}
                {may('contact-log.write') && (
                  <Button size="compact-xs" variant="subtle" onClick={() => setOpen({ kind: 'log', contact })}>
                    {t('organizations.contact.log')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
      {open?.kind === 'add' && (
        <FormDialog
          title={t('organizations.contact.add')}
          submit={t('ui.add')}
          initial={{ kind: 'hiring_manager' }}
          fields={fields}
          onClose={close}
          onSubmit={async (values, key) => {
            await api.POST('/api/v1/organizations/{id}/contacts', {
              params: { path: { id } },
              body: values as Schemas['CreateContact'],
              headers: { 'Idempotency-Key': key },
            });
            await refresh(client, ['/contacts']);
          }}
        />
      )}
      {open?.kind === 'edit' && (
        <FormDialog
          clears
          title={t('organizations.contact.edit', { name: open.contact.name })}
          submit={t('ui.save')}
          initial={{ ...open.contact, candidateId: null }}
          fields={fields}
          onClose={close}
          onSubmit={async (values) => {
            await api.PATCH('/api/v1/contacts/{id}', {
              params: { path: { id: open.contact.id } },
              body: values as Schemas['PatchContact'],
              headers: ifMatch(open.contact.version),
            });
            await refresh(client, ['/contacts']);
          }}
        />
      )}
      {open?.kind === 'log' && <ContactLogForm name={open.contact.name} contactId={open.contact.id} onClose={close} />}
    </>
  );
}
