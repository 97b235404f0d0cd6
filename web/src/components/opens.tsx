import { Button, type ButtonProps } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';

interface OpensProps extends Pick<ButtonProps, 'type' | 'disabled' | 'size'> {
  readonly label: string;
  /** Where several of the same label stand on a page: what it acts on, too. */
  readonly name?: string;
  /** What it opens, usually loaded when it is asked for. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button and its dialog: most who look at a page open none. */
export function Opens({ label, name, children, ...button }: OpensProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        className="no-print"
        autoInsertSpace={false}
        aria-label={name}
        {...button}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      {isOpen && (
        <Suspense>
          {children(() => {
            setOpen(false);
          })}
        </Suspense>
      )}
    </>
  );
}
