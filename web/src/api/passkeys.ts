import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import i18next from 'i18next';
import { answer, client, seen } from './client.js';
import { useFactorChange } from './second-factor.js';
import { useSignInStep } from './session.js';

/** The password again, then whatever the browser asks; the answer may hold recovery codes, which are shown this once. */
export const useAddPasskey = () =>
  useMutation({
    mutationFn: async ({ name, current }: { name: string; current?: string }) => {
      const asked = await answer(client.POST('/session/second-factor/passkeys/challenge', { body: { current } }));
      const optionsJSON = asked.publicKey as PublicKeyCredentialCreationOptionsJSON;
      const made = await inBrowser(() => startRegistration({ optionsJSON }));
      const body = { name, credential: { ...made } };
      return answer(client.POST('/session/second-factor/passkeys', { body }));
    },
  });

export const useRenamePasskey = ({ id, version }: { id: string; version: number }) =>
  useFactorChange((body: { name: string }) =>
    answer(
      client.PUT('/session/second-factor/passkeys/{id}', { params: { path: { id } }, body, headers: seen(version) }),
    ),
  );

export const useRemovePasskey = (id: string) =>
  useFactorChange((body: { current?: string }) =>
    answer(client.POST('/session/second-factor/passkeys/{id}/removal', { params: { path: { id } }, body })),
  );

/** The second factor, after the password. */
export const useShowPasskey = () =>
  useSignInStep(async () => {
    const asked = await answer(client.POST('/session/second-step/challenge'));
    const optionsJSON = asked.publicKey as PublicKeyCredentialRequestOptionsJSON;
    const shown = await inBrowser(() => startAuthentication({ optionsJSON }));
    return answer(client.POST('/session/second-step/passkey', { body: { credential: { ...shown } } }));
  });

/** What browsers call it (WebAuthn, 5.1.3.1 and 5.1.4.1). */
const PROBLEMS = {
  NotAllowedError: 'passkeyProblem.stopped',
  AbortError: 'passkeyProblem.stopped',
  InvalidStateError: 'passkeyProblem.there',
  SecurityError: 'passkeyProblem.elsewhere',
} as const;

/** Says in the reader's language what the browser says in its own, or does not say. */
async function inBrowser<T>(ceremony: () => Promise<T>): Promise<T> {
  if (!browserSupportsWebAuthn()) throw new Error(i18next.t('passkeyProblem.unsupported'));
  try {
    return await ceremony();
  } catch (error) {
    const known = Object.entries(PROBLEMS).find(([name]) => name === (error as Error).name)?.[1];
    throw new Error(i18next.t(known ?? 'passkeyProblem.failed'), { cause: error });
  }
}
