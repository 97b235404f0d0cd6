import { type ReactNode, useState } from 'react';
import { ManyBar } from './many-bar.js';
import type { Decision } from './use-decisions.js';
import type { WaitingEntry } from './waiting-entry.js';
import { WaitingLine } from './waiting-line.js';

interface WaitingListProps {
  readonly waiting: readonly WaitingEntry[];
  readonly shown: WaitingEntry | undefined;
  /** Of the shown one, where there is no room beside the list. */
  readonly detail: ReactNode;
  readonly isDeciding: boolean;
  /** Whether somebody else has to decide on it. */
  readonly isOwn: (one: WaitingEntry) => boolean;
  readonly onOpen: (index: number) => void;
  readonly onDecide: (entries: readonly WaitingEntry[], how: Decision) => void;
}

/** What waits, to be opened one by one or ticked and decided on together. */
export function WaitingList({ waiting, shown, detail, isDeciding, isOwn, onOpen, onDecide }: WaitingListProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const open = waiting.filter((one) => !isOwn(one));
  const selected = open.filter(({ entry }) => ticked.has(entry.id));
  const tick = (id: string, isTicked: boolean): void => {
    const next = new Set(ticked);
    if (isTicked) next.add(id);
    else next.delete(id);
    setTicked(next);
  };
  return (
    <div className="panel review-list">
      <ManyBar
        open={open}
        ofOthers={waiting.length - open.length}
        selected={selected}
        isDeciding={isDeciding}
        onSelectAll={(isSelected) => {
          setTicked(new Set(isSelected ? open.map(({ entry }) => entry.id) : []));
        }}
        onDecide={(how) => {
          onDecide(selected, how);
          setTicked(new Set());
        }}
      />
      <ul className="review">
        {waiting.map((one, index) => (
          <li key={one.entry.id}>
            <WaitingLine
              {...one}
              isOwn={isOwn(one)}
              isOpen={one === shown}
              isChosen={ticked.has(one.entry.id)}
              onOpen={() => {
                onOpen(index);
              }}
              onChoose={(isChosen) => {
                tick(one.entry.id, isChosen);
              }}
            />
            {one === shown && detail}
          </li>
        ))}
      </ul>
    </div>
  );
}
