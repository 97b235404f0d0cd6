import { Alert, Button, Card, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignIn, useSignInMethods } from '../../api/session.js';
import { SecondStep } from './second-factor/second-step.js';
import './session.css';

const PROBLEMS = ['oidc-unavailable', 'oidc-refused', 'oidc-too-weak', 'identity-unknown', 'oidc-failed'] as const;
/** What the address names; an unknown word is told like an answer that is not valid. */
const knownProblem = (told: string) => PROBLEMS.find((one) => one === told) ?? 'oidc-failed';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Sign-in at the OpenID provider, and what went wrong there: it sends the browser back with the problem in the address. */
function ProviderSignIn() {
  const { t } = useTranslation();
  const { data } = useSignInMethods();
  const told = new URLSearchParams(window.location.search);
  const problem = told.get('signInProblem');
  if (!data?.oidc) return null;
  return (
    <>
      <Button block href="/api/v1/session/oidc" style={{ marginTop: 12 }}>
        {t('session.signInAtProvider')}
      </Button>
      {problem !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          style={{ marginTop: 12 }}
          title={t(`session.problem.${knownProblem(problem)}`)}
          description={told.get('identity')}
        />
      )}
    </>
  );
}

export function SignInPage() {
  // Whoever has a second factor here comes back from the provider so.
  const owesCode = new URLSearchParams(window.location.search).has('secondStep');
  return (
    <main className="page narrow">
      <Card>
        <SignIn owesCode={owesCode} />
      </Card>
    </main>
  );
}

/** User name and password, or the way to the provider; then the second factor of whoever has one. */
export function SignIn({ owesCode = false }: { readonly owesCode?: boolean }) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const [isSecondStep, setSecondStep] = useState(owesCode);
  if (isSecondStep) {
    return (
      <SecondStep
        onBack={() => {
          signIn.reset();
          setSecondStep(false);
        }}
      />
    );
  }
  return (
    <>
      <Typography.Title level={2} style={{ marginTop: 0 }}>
        {t('session.signIn')}
      </Typography.Title>
      <Form<Credentials>
        layout="vertical"
        requiredMark={false}
        onFinish={(credentials) => {
          signIn.mutate(credentials, {
            onSuccess: (session) => {
              setSecondStep(session === null);
            },
          });
        }}
      >
        {signIn.error && (
          <Form.Item>
            <Alert type="error" showIcon role="alert" title={signIn.error.message} />
          </Form.Item>
        )}
        <Form.Item label={t('session.username')} name="username" rules={[{ required: true }]}>
          <Input autoFocus autoComplete="username" autoCapitalize="none" maxLength={100} />
        </Form.Item>
        <Form.Item label={t('session.password')} name="password" rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
      </Form>
      <ProviderSignIn />
      <p className="hint">{t('session.forgotten')}</p>
    </>
  );
}
