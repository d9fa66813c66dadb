import { Button, CloseButton, Group, NativeSelect, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { whereLimits, type WhereOp } from '@domain/where.js';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ConditionField,
  type DraftCondition,
  draftOf,
  type DraftGroup,
  type DraftPart,
  isDraftGroup,
  newCondition,
  newGroup,
  opsOf,
  roomIn,
  whereOf,
  withPart,
} from './conditions.js';
import { ConditionValue } from './condition-value.js';
import classes from './advanced-filter.module.css';

type Props = {
  fields: readonly ConditionField[];
  /** The conditions of the URL. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  onClose: () => void;
};

const typingMs = 250;

/** Conditions in groups. What is complete goes to the URL at once; what is not yet waits here. */
export function AdvancedFilter({ fields, value, onChange, onClose }: Props) {
  const { t } = useTranslation();
  const [first] = fields;
  const start = (text: string | undefined) => draftOf(text, fields) ?? (first && newGroup('all', first));
  const [draft, setDraft] = useState(() => start(value));
  const [fresh, setFresh] = useState(() => draft && firstIn(draft));
  const sent = useRef(value);
  const send = useDebouncedCallback((text: string | undefined) => {
    sent.current = text;
    onChange(text);
  }, typingMs);
  const take = useEffectEvent((text: string | undefined) => {
    if (text === sent.current) return;
    sent.current = text;
    setDraft(start(text));
  });
  useEffect(() => take(value), [value]);
  if (!draft || !first) return null;

  const text = whereOf(draft, fields);
  const tooLong = (text?.length ?? 0) > whereLimits.length;
  const put = (next: DraftGroup) => {
    setDraft(next);
    const words = whereOf(next, fields);
    if ((words?.length ?? 0) <= whereLimits.length) send(words);
  };
  const change = (key: number, next: (part: DraftPart) => DraftPart | undefined) => put(withPart(draft, key, next));
  const add = (group: DraftGroup, part: DraftPart) => {
    setFresh(isDraftGroup(part) ? part.parts[0]?.key : part.key);
    change(group.key, (one) => ({ ...one, parts: [...group.parts, part] }));
  };
  return (
    <section
      className={classes.panel}
      aria-label={t('ui.where.title')}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <GroupRows
        group={draft}
        depth={1}
        fields={fields}
        fresh={fresh}
        room={roomIn(draft)}
        onChange={change}
        onAdd={add}
        field={first}
      />
      {tooLong && (
        <Text size="sm" c="red" role="alert">
          {t('ui.where.tooLong')}
        </Text>
      )}
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('ui.close')}
        </Button>
        {text !== undefined && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              const empty = newGroup('all', first);
              setFresh(empty.parts[0]?.key);
              put(empty);
            }}
          >
            {t('ui.where.clear')}
          </Button>
        )}
      </Group>
    </section>
  );
}

/** The first condition, wherever it stands: an opened panel starts there. */
function firstIn({ parts: [part] }: DraftGroup): number | undefined {
  return part && isDraftGroup(part) ? firstIn(part) : part?.key;
}

type RowsProps = {
  group: DraftGroup;
  depth: number;
  fields: readonly ConditionField[];
  /** The field of a new condition. */
  field: ConditionField;
  /** The condition that was added last: the focus goes there. */
  fresh: number | undefined;
  room: boolean;
  onChange: (key: number, next: (part: DraftPart) => DraftPart | undefined) => void;
  onAdd: (group: DraftGroup, part: DraftPart) => void;
};

function GroupRows({ group, depth, ...rest }: RowsProps) {
  const { t } = useTranslation();
  const { fields, field, fresh, room, onChange, onAdd } = rest;
  const adder = useRef<HTMLButtonElement>(null);
  const remove = (part: DraftPart) => {
    onChange(part.key, () => undefined);
    adder.current?.focus();
  };
  return (
    <fieldset className={classes.group} data-nested={depth > 1 || undefined}>
      <legend className={classes.legend}>
        <NativeSelect
          size="xs"
          aria-label={t('ui.where.join')}
          value={group.join}
          data={(['all', 'any'] as const).map((value) => ({ value, label: t(`ui.where.${value}`) }))}
          onChange={(event) => {
            const join = event.currentTarget.value === 'any' ? 'any' : 'all';
            onChange(group.key, (one) => ({ ...one, join }));
          }}
        />
      </legend>
      {group.parts.map((part) =>
        isDraftGroup(part) ? (
          <GroupRows key={part.key} {...rest} group={part} depth={depth + 1} />
        ) : (
          <ConditionRow
            key={part.key}
            condition={part}
            fields={fields}
            fresh={part.key === fresh}
            onChange={(next) => onChange(part.key, () => next)}
            onRemove={() => remove(part)}
          />
        ),
      )}
      <Group gap={4}>
        <Button
          ref={adder}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={!room}
          onClick={() => onAdd(group, newCondition(field))}
        >
          {t('ui.where.addCondition')}
        </Button>
        {depth < whereLimits.depth && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={!room}
            onClick={() => onAdd(group, newGroup(group.join === 'all' ? 'any' : 'all', field))}
          >
            {t('ui.where.addGroup')}
          </Button>
        )}
      </Group>
    </fieldset>
  );
}

type ConditionProps = {
  condition: DraftCondition;
  fields: readonly ConditionField[];
  fresh: boolean;
  onChange: (next: DraftCondition) => void;
  onRemove: () => void;
};

function ConditionRow({ condition, fields, fresh, onChange, onRemove }: ConditionProps) {
  const { t } = useTranslation();
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (fresh) select.current?.focus();
  }, [fresh]);
  const field = fields.find(({ id }) => id === condition.field);
  if (!field) return null;
  const ops = opsOf(field);
  const setOp = (op: WhereOp) =>
    onChange({ ...condition, op, ...((op === 'anyOf') !== Array.isArray(condition.value) && { value: '' }) });
  return (
    <div className={classes.condition} role="group" aria-label={field.label}>
      <NativeSelect
        ref={select}
        size="xs"
        className={classes.field}
        aria-label={t('ui.where.field')}
        value={field.id}
        data={fields.map(({ id, label }) => ({ value: id, label }))}
        onChange={(event) => {
          const chosen = fields.find(({ id }) => id === event.currentTarget.value);
          if (chosen) onChange({ ...newCondition(chosen), key: condition.key });
        }}
      />
      <NativeSelect
        size="xs"
        className={classes.op}
        aria-label={t('ui.where.comparison')}
        value={condition.op}
        data={ops.map((op) => ({ value: op, label: t(`ui.where.op.${op}`) }))}
        onChange={(event) => setOp(ops.find((op) => op === event.currentTarget.value) ?? 'is')}
      />
      <div className={classes.value}>
        <ConditionValue
          field={field}
          op={condition.op}
          value={condition.value}
          onChange={(value) => onChange({ ...condition, value })}
        />
      </div>
      <CloseButton size="sm" aria-label={t('ui.where.remove', { name: field.label })} onClick={onRemove} />
    </div>
  );
}
