/** A page in one file with quoted-printable lines, as Word saves it, beside a picture that is none of our business. */
export function renderMhtml(html: Buffer, charset = 'utf-8'): Buffer {
  const quoted = [...html].map((byte) =>
    byte < 0x20 || byte > 0x7e || byte === 0x3d ? `=${hex(byte)}` : letter(byte),
  );
  const lines = Array.from({ length: Math.ceil(quoted.length / 25) }, (_, line) =>
    quoted.slice(line * 25, line * 25 + 25).join(''),
  );
  const parts = [
    `Content-Type: text/html; charset="${charset}"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${lines.join('=\r\n')}`,
    'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=',
  ];
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_page"\r\n';
  const body = parts.map((part) => `------=_page\r\n${part}\r\n`).join('');
  return Buffer.from(`${head}\r\n${body}------=_page--\r\n`, 'latin1');
}

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, '0');
const letter = (byte: number): string => String.fromCharCode(byte);
