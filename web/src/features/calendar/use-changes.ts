import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CalendarDay, useSetCalendar, type YearCalendar } from '../../api/calendar.js';

/** What was done last, and the days as they were before; null: there is no way back. */
interface Done {
  readonly message: string;
  readonly before: readonly CalendarDay[] | null;
}

/** Sets and removes days of a year, and takes the last change back. */
export function useChanges(calendar: YearCalendar) {
  const { t } = useTranslation();
  const set = useSetCalendar(calendar);
  const [done, setDone] = useState<Done | null>(null);
  // A year of which nothing was known cannot become unknown again.
  const before = calendar.version === null ? null : calendar.items;
  const say = (message: string, way: Done['before'] = before): void => {
    setDone({ message, before: way });
  };
  const others = (day: string) => calendar.items.filter((one) => one.day !== day);
  return {
    done,
    error: set.error,
    isBusy: set.isPending,
    say,
    save: (day: CalendarDay, onSuccess: () => void): void => {
      set.mutate([...others(day.day), day], {
        onSuccess: () => {
          say(t('calendar.saved', { day: day.day }));
          onSuccess();
        },
      });
    },
    remove: ({ day }: CalendarDay, onSuccess: () => void): void => {
      set.mutate(others(day), {
        onSuccess: () => {
          say(t('calendar.removed', { day }));
          onSuccess();
        },
      });
    },
    undo: (days: readonly CalendarDay[]): void => {
      set.mutate(days, {
        onSuccess: () => {
          say(t('calendar.undone'), null);
        },
      });
    },
    forget: set.reset,
  };
}
