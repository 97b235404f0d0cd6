import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MailState } from '@domain/reminding/mail-state.js';
import type { NotificationRule } from '@domain/reminding/told-rules.js';
import { answer, api, client, seen } from './client.js';
import type { components } from './schema.js';

export type ContactProblem = components['schemas']['ContactProblem'];
export type LedgerLine = components['schemas']['LedgerLine'];
/** When somebody is told, as it can be given. */
export type GivenRules = components['schemas']['ReminderRulesDto'];
export type ReminderRules = GivenRules & { readonly version: number };

/** Who would get what in the next days, as things stand: at most 31, days without mails left out or empty. */
export const useReminderPreview = (days: number) =>
  api.useQuery('get', '/reminders/preview', { params: { query: { days } } });

/** Days for which rules are tried out: all steps of a month fall into them. */
export const TRIED_DAYS = 31;

/** Who would get what in the next days by other rules; nothing is stored. */
export const useTryRules = () =>
  useMutation({
    mutationFn: (body: GivenRules) =>
      answer(client.POST('/reminders/preview', { params: { query: { days: TRIED_DAYS } }, body })),
  });

export type DayAhead = NonNullable<ReturnType<typeof useReminderPreview>['data']>['items'][number];

export const useReminderRules = () => api.useQuery('get', '/reminders/rules');

/** Sets the rules, from the version that was seen. */
export function useChangeRules(version: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: GivenRules) => answer(client.PUT('/reminders/rules', { body, headers: seen(version) })),
    // After a refusal too: what is shown is older than what is there.
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey: [, path] }) => String(path).startsWith('/reminders/') }),
  });
}

interface Sought {
  readonly search: string | undefined;
  readonly rule: NotificationRule | undefined;
  readonly state: MailState | undefined;
}

/** Who was told what, newest first, page by page. */
export const useLedger = (sought: Sought) =>
  useInfiniteQuery({
    queryKey: ['get', '/notifications', sought],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/notifications', { params: { query: { ...sought, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** One line, with every try to send it. */
export const useLedgerLine = (id: string) => api.useQuery('get', '/notifications/{id}', { params: { path: { id } } });

/** Whom reminders do not reach, and what answers to nobody: for the performance office. */
export function useContactProblems(isWanted = true) {
  return useQuery({
    enabled: isWanted,
    queryKey: ['contact-problems'],
    queryFn: ({ signal }) => answer(client.GET('/reminders/contact-problems', { signal })),
  });
}

/** Asks whoever owes an entry for it now. The answer names who is told. */
export const useAskNow = () =>
  useMutation({
    mutationFn: ({ indicatorId: id, month }: { readonly indicatorId: string; readonly month: string }) =>
      answer(client.POST('/indicators/{id}/progress/{month}/reminders', { params: { path: { id, month } } })),
  });
