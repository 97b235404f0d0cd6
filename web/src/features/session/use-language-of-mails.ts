import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useSetLanguage } from '../../api/session.js';

/** Whoever chooses a language for the page reads their mails in it, too. */
export function useLanguageOfMails({ user, version, mustChangePassword, mustAddSecondFactor }: Session): void {
  const { i18n } = useTranslation();
  const { mutate } = useSetLanguage();
  const isReady = !mustChangePassword && !mustAddSecondFactor;
  useEffect(() => {
    const follow = (chosen: string): void => {
      const language = chosen === 'en' ? 'en' : 'zh';
      if (isReady && language !== user.language) mutate({ language, version });
    };
    i18n.on('languageChanged', follow);
    return () => {
      i18n.off('languageChanged', follow);
    };
  }, [i18n, mutate, isReady, user.language, version]);
}
