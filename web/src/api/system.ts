import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api, client } from './client.js';
import type { components } from './schema.js';
import { useSession } from './session.js';

export type MailTest = components['schemas']['MailTest'];
export type MailStanding = components['schemas']['MailStanding'];
export type InstallationFacts = components['schemas']['InstallationFacts'];

const ASK_AGAIN_MS = 60_000;

export const useTroubles = () => api.useQuery('get', '/condition', {}, { refetchInterval: ASK_AGAIN_MS });

export const useMailStanding = () => api.useQuery('get', '/mails/standing', {}, { refetchInterval: ASK_AGAIN_MS });

export const useInstallation = () => api.useQuery('get', '/condition/installation');

export const useJobs = () => api.useQuery('get', '/jobs', {}, { refetchInterval: ASK_AGAIN_MS });

/** What a run would do now, without doing it. */
export const useJobPreview = (name: string) =>
  api.useQuery(
    'post',
    '/jobs/{name}/runs',
    { params: { path: { name } }, body: { dryRun: true } },
    { staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, select: ({ preview }) => (preview ?? []) as JobStep[] },
  );

/** One thing that a run would do; which fields there are depends on the job. */
export type JobStep = Readonly<Record<string, unknown>>;
export type JobResult = Readonly<Record<string, string | number>>;

/** null: it was done already in this minute. */
export function useRunJob(name: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(client.POST('/jobs/{name}/runs', { params: { path: { name } }, body: {} })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['get', '/jobs'] }),
        queries.invalidateQueries({ queryKey: ['get', '/condition'] }),
      ]),
  });
}

/** Of whoever runs the machine, and of the office that wants its reminders to arrive: each has its own route. */
export function useMailTest() {
  const queries = useQueryClient();
  const { data: session } = useSession();
  return useMutation({
    mutationFn: (to: string) =>
      session?.user.role === 'performance-office'
        ? answer(client.POST('/reminders/mail-test', { body: { to } }))
        : answer(client.POST('/mails/test', { body: { to } })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['get', '/mails/standing'] }),
        queries.invalidateQueries({ queryKey: ['get', '/first-steps'] }),
      ]),
  });
}
