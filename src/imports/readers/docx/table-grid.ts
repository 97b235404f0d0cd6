/** In twentieths of a point: programs that place borders by themselves leave columns between them that nobody sees. */
const SLIVER = 40;

/** The columns of a table, and how far its open row has come in them. */
export class TableGrid {
  private readonly widths: number[] = [];
  private position = 0;

  add(width: number): void {
    this.widths.push(width);
  }

  startRow(): void {
    this.position = 0;
  }

  /** How many of the next columns can be seen. Where most are slivers the grid is not meant: the program finds widths itself. */
  columnsOf(span: number): number {
    const slivers = this.sliversIn(this.position, this.position + span);
    this.position += span;
    return this.sliversIn(0) * 2 > this.widths.length ? span : span - slivers;
  }

  private sliversIn(from: number, to?: number): number {
    return this.widths.slice(from, to).filter((width) => width < SLIVER).length;
  }
}
