import { Alert } from 'antd';

/** What the service answered to what was given. */
export function ProblemOf({ error }: { readonly error: Error | null }) {
  if (error === null) return null;
  return <Alert type="error" showIcon role="alert" title={error.message} style={{ margin: '8px 0' }} />;
}
