/** `138****0001`, `z***@example.org`: enough to recognise, too little to use. */
export function maskPhone(phone: string): string {
  return phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****';
}

export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at > 0 ? `${email.slice(0, 1)}***${email.slice(at)}` : '***';
}

/** The same row with its telephone number and mail address masked (个人信息保护法, art. 6: no more than is needed). */
export function masked<T extends object>(row: T): T {
  const { email, phone } = row as { email?: unknown; phone?: unknown };
  return {
    ...row,
    ...(typeof email === 'string' && { email: maskEmail(email) }),
    ...(typeof phone === 'string' && { phone: maskPhone(phone) }),
  };
}

/** `张**`: the surname, as public notices print it. */
export function maskName(name: string): string {
  const [surname = '', ...rest] = name;
  return surname + '*'.repeat(rest.length);
}
