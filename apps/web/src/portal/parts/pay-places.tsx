import { ActionIcon, Button, Group, Switch, Text } from '@mantine/core';
import { shippedPayPlaces, type ShippedPayPlace } from '@domain/portal/pay-place.js';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, api, ifMatch, type Schemas } from '../../app/api.js';
import { tell } from '../../app/change.js';
import { refresh } from '../../app/freshness.js';
import { useMay } from '../../app/session.js';
import { ErrorState } from '../../ui/error-state.js';
import { FormDialog } from '../../ui/fields/form-dialog.js';
import { byCursor, useListState } from '../../ui/list-state.js';
import { MoreBelow } from '../../ui/more-below.js';
import { notify } from '../../ui/notices.js';
import { LinesSkeleton } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';

type Place = Schemas['PayPlaceRow'];

const stale = ['/pay-places'];

/** Where current pay may be neither asked nor shown: the places that Longlist knows, and the agency's own. */
export function PayPlaces() {
  const { t } = useTranslation();
  const may = useMay();
  const client = useQueryClient();
  const [open, setOpen] = useState<Place | 'new'>();
  const query = $api.useInfiniteQuery('get', '/api/v1/pay-places', { params: { query: { limit: 100 } } }, byCursor);
  const list = useListState<Place>(query);
  const editable = may('settings.edit');
  const own = list.rows.filter(({ shipped }) => shipped === null);
  const rowOf = (shipped: ShippedPayPlace) => list.rows.find((row) => row.shipped === shipped);
  const set = async (row: Place | undefined, shipped: ShippedPayPlace | null, name: string, banned: boolean) => {
    if (row) {
      await api.PATCH('/api/v1/pay-places/{id}', {
        params: { path: { id: row.id } },
        body: { banned },
        headers: ifMatch(row.version),
      });
    } else await api.POST('/api/v1/pay-places', { body: { shipped, name, banned } });
    await refresh(client, stale);
  };
  const remove = async ({ id, name, words, banned }: Place) => {
    await api.DELETE('/api/v1/pay-places/{id}', { params: { path: { id } } });
    await refresh(client, stale);
    const undo = async () => {
      await api.POST('/api/v1/pay-places', { body: { name, words, banned } });
      await refresh(client, stale);
    };
    notify({ title: t('portal.places.removed', { name }), undo });
  };
  const toggle = (name: string, banned: boolean, change: (next: boolean) => Promise<void>) => (
    <Switch
      aria-label={t('portal.places.turn', { name })}
      label={t(banned ? 'portal.places.banned' : 'portal.places.allowed')}
      checked={banned}
      disabled={!editable}
      onChange={(event) => void change(event.currentTarget.checked).catch(tell)}
    />
  );
  return (
    <Panel
      title={t('portal.places.title')}
      aside={
        editable && (
          <Button size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setOpen('new')}>
            {t('portal.places.new')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t('portal.places.hint')}
      </Text>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.loading ? (
        <LinesSkeleton lines={4} />
      ) : (
        <>
          {shippedPayPlaces.map((shipped) => {
            const name = t(`portal.places.shipped.${shipped}`);
            const row = rowOf(shipped);
            return (
              <Group key={shipped} justify="space-between" wrap="nowrap" mih={44}>
                <Text>{name}</Text>
                {toggle(name, row?.banned ?? true, (next) => set(row, shipped, name, next))}
              </Group>
            );
          })}
          {own.map((place) => (
            <Group key={place.id} justify="space-between" wrap="nowrap" mih={44}>
              <div>
                <Text>{place.name}</Text>
                <Text size="sm" c="dimmed">
                  {place.words.join(' · ')}
                </Text>
              </div>
              <Group gap="xs" wrap="nowrap">
                {toggle(place.name, place.banned, (next) => set(place, null, place.name, next))}
                {editable && (
                  <>
                    <ActionIcon
                      aria-label={t('portal.places.edit', { name: place.name })}
                      onClick={() => setOpen(place)}
                    >
                      <IconPencil size={15} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      aria-label={t('portal.places.remove', { name: place.name })}
                      onClick={() => void remove(place).catch(tell)}
                    >
                      <IconTrash size={15} aria-hidden />
                    </ActionIcon>
                  </>
                )}
              </Group>
            </Group>
          ))}
        </>
      )}
      <MoreBelow list={list} />
      {open && (
        <FormDialog
          title={open === 'new' ? t('portal.places.new') : t('portal.places.edit', { name: open.name })}
          submit={t('ui.save')}
          initial={open === 'new' ? {} : { name: open.name, words: open.words }}
          fields={[
            { name: 'name', label: t('portal.places.name'), kind: 'text', required: true },
            {
              name: 'words',
              label: t('portal.places.words'),
              hint: t('portal.places.wordsHint'),
              kind: 'texts',
              required: true,
            },
          ]}
          onClose={() => setOpen(undefined)}
          onSubmit={async (values, key) => {
            const body = values as unknown as Pick<Schemas['CreatePayPlace'], 'name' | 'words'>;
            if (open === 'new') {
              await api.POST('/api/v1/pay-places', {
                body: { ...body, banned: true },
                headers: { 'Idempotency-Key': key },
              });
            } else {
              await api.PATCH('/api/v1/pay-places/{id}', {
                params: { path: { id: open.id } },
                body,
                headers: ifMatch(open.version),
              });
            }
            await refresh(client, stale);
            notify({ title: t('portal.places.saved') });
          }}
        />
      )}
    </Panel>
  );
}
