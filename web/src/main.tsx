// The page begins here: who is signed in and in which language, then everything else.
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/page.css';
import { DirectionProvider, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { callAs } from './app/api.ts';
import { queryClient } from './app/queries.ts';
import { router } from './app/router.tsx';
import { askSession, SessionProvider, useSessionState } from './app/session.tsx';
import { styleNonce, theme } from './app/theme.ts';
import { chooseLanguage, directionOf } from './i18n/languages.ts';
import { loadText } from './i18n/messages.ts';
import { storedLanguage, TextProvider, useLanguage } from './i18n/text-provider.tsx';
import { ConfirmProvider } from './parts/confirm.tsx';
import { ProveProvider } from './parts/prove.tsx';
import { Unreachable } from './parts/unreachable.tsx';

// For the library that keeps the page still behind a dialogue, which puts in a style sheet of its own.
setNonce(styleNonce());
const root = createRoot(document.getElementById('root')!);

function Pages() {
  const { session } = useSessionState();
  const { language } = useLanguage();
  return (
    <DirectionProvider key={directionOf(language)} initialDirection={directionOf(language)} detectDirection={false}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <Notifications position="bottom-center" />
        <ConfirmProvider>
          <ProveProvider>
            <RouterProvider router={router} context={{ session }} />
          </ProveProvider>
        </ConfirmProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}

async function begin(): Promise<void> {
  const guess = chooseLanguage([storedLanguage(), ...navigator.languages]);
  callAs({ language: guess });
  const session = await askSession();
  const language = chooseLanguage([session?.user.language, guess]);
  callAs({ language });
  const text = await loadText(language);
  root.render(
    <QueryClientProvider client={queryClient}>
      <TextProvider first={language} firstText={text} onChange={(changed) => callAs({ language: changed })}>
        <SessionProvider first={session}>
          <Pages />
        </SessionProvider>
      </TextProvider>
    </QueryClientProvider>,
  );
}

begin().catch(async () => {
  const language = chooseLanguage([storedLanguage(), ...navigator.languages]);
  const text = await loadText(language);
  root.render(
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <Unreachable text={text} />
    </MantineProvider>,
  );
});
