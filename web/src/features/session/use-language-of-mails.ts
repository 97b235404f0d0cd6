import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useSetLanguage } from '../../api/session.js';

/** Whoever chooses a language for the page reads their mails in it, too. */
export function useLanguageOfMails({ user, version, mustChangePassword }: Session): void {
  const { i18n } = useTranslation();
  const { mutate } = useSetLanguage();
  useEffect(() => {
    const follow = (chosen: string): void => {
      const language = chosen === 'en' ? 'en' : 'zh';
      if (!mustChangePassword && language !== user.language) mutate({ language, version });
    };
    i18n.on('languageChanged', follow);
    return () => {
      i18n.off('languageChanged', follow);
    };
  }, [i18n, mutate, mustChangePassword, user.language, version]);
}
