import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { BrokenPage } from './broken-page.js';
import { PartMissingError } from './parts/lazily.js';

interface BoundaryProps {
  /** Elsewhere things may be well. */
  readonly place: string;
  readonly children: ReactNode;
}

interface BoundaryState {
  readonly place: string;
  readonly error: Error | null;
}

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { place: this.props.place, error: null };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps({ place }: BoundaryProps, before: BoundaryState): BoundaryState | null {
    return place === before.place ? null : { place, error: null };
  }

  override componentDidCatch(error: unknown): void {
    if (error instanceof PartMissingError) error.forget();
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const retry = (): void => {
      this.setState({ error: null });
    };
    return <BrokenPage error={error} onRetry={error instanceof PartMissingError ? retry : null} />;
  }
}

/** Keeps a fault of one page from blanking all: says what happened, with a way on. Going elsewhere is one, too. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  return <Boundary place={useLocation().key}>{children}</Boundary>;
}
