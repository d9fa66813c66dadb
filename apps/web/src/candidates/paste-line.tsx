import { Button, Group, Text, TextInput } from '@mantine/core';
import type { PackageProposal } from '@domain/compensation/package-line.js';
import { packageOf } from '@domain/compensation/package-line.rules.js';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.js';
import { filledIn, type PackageDraft } from './parts/package-values.js';

type Props = { pay: PackageDraft; onFill: (pay: PackageDraft) => void };
type Read = { line: PackageProposal; before: PackageDraft } | 'nothing';

/** Fills the fields from a line of text, says what it took and what not, and gives back what was there. */
export function PasteLine({ pay, onFill }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [read, setRead] = useState<Read>();
  const take = (typed: string) => {
    const line = packageOf(typed);
    setRead(line ? { line, before: pay } : 'nothing');
    if (line) onFill(filledIn(pay, line));
  };
  const change = (next: string) => {
    setText(next);
    setRead((former) => (former === 'nothing' ? undefined : former));
  };
  return (
    <div>
      <TextInput
        label={t('offers.line.label')}
        description={t('offers.line.hint')}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onPaste={(event) => {
          event.preventDefault();
          const { value, selectionStart, selectionEnd } = event.currentTarget;
          const pasted = event.clipboardData.getData('text');
          const next = value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length);
          setText(next);
          take(next);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (text.trim() !== '') take(text);
        }}
      />
      <div role="status">
        {read === 'nothing' && (
          <Text size="sm" mt={4}>
            {t('offers.line.nothing')}
          </Text>
        )}
        {read && read !== 'nothing' && (
          <>
            <Taken line={read.line} />
            <Button
              mt={4}
              variant="light"
              size="compact-sm"
              onClick={() => {
                onFill(read.before);
                setRead(undefined);
              }}
            >
              {t('offers.line.back')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

/** What a line gave, what was taken for granted, and what could not be read. */
function Taken({ line }: { line: PackageProposal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency, baseAmount, basePer, months, bonusAmount, level, oneOffs, grants, assumed, unread } = line;
  const money = (amount: string) => format.money({ amount, currency });
  const base = `${money(baseAmount)} ${t(`words.basePer.${basePer}`)}${months === null ? '' : ` × ${format.number(months)}`}`;
  const taken = [
    ...(level === null ? [] : [`${t('candidates.package.level')} ${level}`]),
    `${t('candidates.package.base')} ${base}`,
    ...(bonusAmount === null ? [] : [`${t('candidates.package.bonus')} ${money(bonusAmount)}`]),
    ...oneOffs.map(({ kind, amount }) => `${t(`words.oneOffKind.${kind}`)} ${money(amount)}`),
    ...grants.map(({ kind, units, amount, vestMonths }) =>
      [
        t(`words.grantKind.${kind}`),
        units === null ? money(amount ?? '0') : format.number(Number(units)),
        vestMonths === null ? '' : t('candidates.covenant.length', { count: vestMonths }),
      ]
        .filter(Boolean)
        .join(' '),
    ),
  ];
  const lines = [
    t('offers.line.taken', { what: taken.join(' · ') }),
    ...(assumed.length > 0
      ? [t('offers.line.assumed', { what: assumed.map((one) => t(`offers.line.assumption.${one}`)).join(' · ') })]
      : []),
    ...(unread.length > 0 ? [t('offers.line.unread', { what: unread.join(' · ') })] : []),
  ];
  return (
    <Group gap={0} mt={4}>
      {lines.map((one) => (
        <Text key={one} size="sm" w="100%">
          {one}
        </Text>
      ))}
    </Group>
  );
}
