// A real OpenID provider as a process of its own: `node oidc-provider.mjs CLIENT_SECRET REDIRECT_URI` prints its issuer.
// Whom it signs in, and how, says `login_hint`, such as `wang.xin@gov gold pwd,mfa` (acr, amr); `nobody` is refused.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [secret, redirectUri] = process.argv.slice(2);
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'jixiao',
        client_secret: secret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    acrValues: ['gold', 'silver'],
    claims: { openid: ['sub', 'acr', 'amr'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({
      oidc: {
        client,
        session,
        provider: { Grant },
      },
    }) => {
      const grant = new Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  });
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const [accountId, acr, amr] = params.login_hint.split(' ');
    const result =
      accountId === 'nobody' ? { error: 'access_denied' } : { login: { accountId, acr, amr: amr?.split(',') } };
    await provider.interactionFinished(request, response, result);
  });
  process.stdout.write(`${issuer}\n`);
});
