import { Zip, ZipPassThrough } from 'fflate';

/** A zip file that is written while it is made. Files are stored as they are: their formats are compressed already. */
export class ZipArchive {
  private readonly chunks: Uint8Array[] = [];
  private readonly names = new Set<string>();
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.chunks.push(chunk);
  });

  constructor(private readonly at: Date) {}

  add(name: string, content: Uint8Array): Uint8Array[] {
    const file = new ZipPassThrough(this.unused(name));
    file.mtime = this.at;
    this.zip.add(file);
    file.push(content, true);
    return this.chunks.splice(0);
  }

  end(): Uint8Array[] {
    this.zip.end();
    return this.chunks.splice(0);
  }

  /** Two projects may have one name. */
  private unused(name: string): string {
    let unused = name;
    for (let count = 2; this.names.has(unused); count += 1) unused = name.replace(/(\.\w+)$/, ` (${count})$1`);
    this.names.add(unused);
    return unused;
  }
}
