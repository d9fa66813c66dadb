import { largestDocument } from '@domain/documents/document.js';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../app/api.js';
import { refresh } from '../app/freshness.js';
import { toProblem } from '../app/problem.js';
import { uploadForm } from '../app/upload.js';
import { announce } from '../ui/announcer.js';
import { explain } from '../ui/explain.js';
import { notify } from '../ui/notices.js';

/** A file on its way: how much of it has gone, or why it was refused. */
export type Sending = {
  readonly key: string;
  readonly file: File;
  readonly share: number;
  readonly fault?: string;
  readonly stop: () => void;
};

type Uploads = {
  readonly sending: readonly Sending[];
  readonly send: (files: readonly File[]) => void;
  readonly dismiss: (key: string) => void;
  readonly retry: (one: Sending) => void;
};

/**
 * Uploads files to a person, or as the letter of an offer, each with its progress; one that is refused stays with the reason
 * until it is dismissed.
 */
export function useUploads(candidateId: string, offerId?: string): Uploads {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const dismiss = (key: string) => setSending((all) => all.filter((one) => one.key !== key));
  const set = (key: string, values: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...values } : one)));

  const faultOf = (thrown: unknown): string => {
    const { title } = explain(thrown);
    const { code, facts } = toProblem(thrown);
    const first = code === 'document.duplicate' ? t('documents.firstIs', { name: String(facts['name']) }) : undefined;
    return first ? `${title}. ${first}` : title;
  };
  const start = async (file: File): Promise<void> => {
    const key = crypto.randomUUID();
    const aborting = new AbortController();
    const tooLarge = file.size > largestDocument ? { fault: t('documents.tooLarge') } : {};
    setSending((all) => [...all, { key, file, share: 0, stop: () => aborting.abort(), ...tooLarge }]);
    if (tooLarge.fault) {
      announce(`${file.name}: ${tooLarge.fault}`);
      return;
    }
    const body = new FormData();
    if (offerId !== undefined) body.set('offerId', offerId);
    body.set('file', file);
    try {
      await uploadForm<Schemas['DocumentView']>(`/api/v1/candidates/${candidateId}/documents`, body, {
        signal: aborting.signal,
        onProgress: (share) => set(key, { share }),
      });
      dismiss(key);
      notify({ title: t('documents.added', { name: file.name }) });
      await refresh(client, ['/candidates', '/documents']);
    } catch (thrown) {
      if (aborting.signal.aborted) dismiss(key);
      else {
        const fault = faultOf(thrown);
        set(key, { fault });
        announce(`${file.name}: ${fault}`);
      }
    }
  };
  return {
    sending,
    send: (files) => files.forEach((file) => void start(file)),
    dismiss,
    retry: ({ key, file }) => {
      dismiss(key);
      void start(file);
    },
  };
}
