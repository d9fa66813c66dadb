import { Group, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Language, languageNames, languages, setLanguage } from '../app/i18n.js';
import classes from './auth-frame.module.css';

type Props = { title: string; hint?: string | undefined; children: React.ReactNode };

/** The frame of every page before sign-in: what the product is, one panel, the choice of language. */
export function AuthFrame({ title, hint, children }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <div className={classes.frame}>
      <header className={classes.brand}>
        <img src="/favicon.svg" alt="" width={36} height={36} />
        <div>
          <Text fw={650} size="lg">
            {t('app.name')}
          </Text>
          <Text c="dimmed" size="sm">
            {t('auth.tagline')}
          </Text>
        </div>
      </header>
      <main className={classes.main}>
        <Paper withBorder radius="lg" p={{ base: 'lg', sm: 'xl' }} className={classes.panel}>
          <Stack gap="md">
            <div>
              <Title order={1}>{title}</Title>
              {hint && (
                <Text c="dimmed" mt={4}>
                  {hint}
                </Text>
              )}
            </div>
            {children}
          </Stack>
        </Paper>
      </main>
      <footer className={classes.foot}>
        <Group gap="xs" role="group" aria-label={t('app.user.language')}>
          {languages.map((language: Language) => (
            <UnstyledButton
              key={language}
              lang={language}
              aria-pressed={i18n.language === language}
              className={classes.language}
              onClick={() => void setLanguage(language)}
            >
              {languageNames[language]}
            </UnstyledButton>
          ))}
        </Group>
      </footer>
    </div>
  );
}
