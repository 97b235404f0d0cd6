import type { ComparedRow } from './compared-rows.js';

/** From where to where, on a line as long as what it could have; the figures beside it say the same. */
export function ChangePicture({ row: { own, other, max, change } }: { readonly row: ComparedRow }) {
  const most = Number(max);
  if (own === null || other === null || most === 0) return null;
  const [from, to] = [own, other].map((points) => Math.min(100, Math.max(0, (Number(points) / most) * 100))) as [
    number,
    number,
  ];
  return (
    <span aria-hidden className={`change-line ${change.lt(0) ? 'falls' : 'rises'}`}>
      <span className="change-span" style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }} />
      <span className="change-from" style={{ left: `${from}%` }} />
      <span className="change-to" style={{ left: `${to}%` }} />
    </span>
  );
}
