import { Button } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';

interface LinkButtonProps {
  readonly to: string;
  readonly isPrimary?: boolean;
  readonly children: ReactNode;
}

/** The way to the page where the next thing is done: a link, with the weight of a button. */
export function LinkButton({ to, isPrimary = false, children }: LinkButtonProps) {
  const navigate = useNavigate();
  const href = useHref(to);
  return (
    <Button
      size="small"
      type={isPrimary ? 'primary' : 'default'}
      href={href}
      onClick={(event: MouseEvent) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return; // another tab
        event.preventDefault();
        void navigate(to);
      }}
    >
      {children}
    </Button>
  );
}
