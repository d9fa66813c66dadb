import i18next from 'i18next';
import { type ComponentType, use, useEffect } from 'react';
import { allTexts } from '../app/i18n.js';
import { whenIdle } from '../app/idle.js';
import { notify } from './notices.js';

type Bring = () => Promise<unknown>;

const toBring: Bring[] = [];
let bringing = false;

/**
 * A part of a page whose code is not sent with the page: it comes when the browser has nothing else to do, or when the part is
 * first drawn. Once it is here it is drawn at once, so that the first key already lands in it. Where it cannot be had, the
 * page stays as it is and the user is told.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let here: ComponentType<Props> | undefined;
  let drawn: Promise<ComponentType<Props>> | undefined;
  const bring = async () => {
    const [part] = await Promise.all([load(), allTexts()]);
    return (here = part);
  };
  const Missing = () => {
    useEffect(() => {
      tellMissing();
      return () => {
        drawn = undefined;
      };
    }, []);
    return null;
  };
  bringWhenIdle(bring);
  return function Later(props: Props) {
    const Part = here ?? use((drawn ??= bring().catch(() => Missing)));
    return <Part {...props} />;
  };
}

function bringWhenIdle(bring: Bring): void {
  toBring.push(bring);
  if (bringing) return;
  bringing = true;
  whenIdle(async () => {
    for (let next = toBring.shift(); next; next = toBring.shift()) await next().catch(() => {});
    bringing = false;
  });
}

function tellMissing(): void {
  notify({
    tone: 'danger',
    title: i18next.t('app.error.failed'),
    message: i18next.t('app.error.brokenHint'),
    action: { label: i18next.t('app.error.reload'), run: () => location.reload() },
  });
}
