interface Furniture {
  /** Before which block of the body it stands. */
  readonly before: number;
  readonly part: string;
}

/** Heads and feet of pages, each where the section begins or ends that says so first. */
export class PageFurniture {
  readonly found: Furniture[] = [];
  private begins = 0;
  private heads: string[] = [];
  private feet: string[] = [];

  add(name: 'headerReference' | 'footerReference', part: string | undefined): void {
    if (part) (name === 'headerReference' ? this.heads : this.feet).push(part);
  }

  /** Word says at the end of a section what its pages have. */
  endSection(blocks: number): void {
    this.found.push(...this.heads.splice(0).map((part) => ({ before: this.begins, part })));
    this.found.push(...this.feet.splice(0).map((part) => ({ before: blocks, part })));
    this.begins = blocks;
  }
}
