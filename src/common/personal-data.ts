type Mask = (text: string) => string;

/** `138****0001`, `z***@example.org`: enough to recognise, too little to use. */
export const maskPhone: Mask = (phone) => (phone.length > 7 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : '****');

const maskEmail: Mask = (email) => {
  const at = email.lastIndexOf('@');
  return at > 0 ? `${email.slice(0, 1)}***${email.slice(at)}` : '***';
};

/** `张**`: the surname, as public notices print it. */
const maskName: Mask = (name) => {
  const [surname = '', ...rest] = name;
  return surname + '*'.repeat(rest.length);
};

/**
 * What is personal, by the key that it has wherever it is shown, exported, logged or kept: the one list. A new field that
 * says how to reach somebody is called by one of these keys, or joins them.
 */
const MASKS: Readonly<Record<string, Mask>> = {
  phone: maskPhone,
  responsiblePhone: maskPhone,
  email: maskEmail,
  'responsible.name': maskName,
  responsibleName: maskName,
};

/** The same, however deep, with what is personal masked (个人信息保护法, art. 6: no more than is needed). */
export const masked = <T>(value: T): T => maskedBelow('', value) as T;

function maskedBelow(parent: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => maskedBelow(parent, item));
  if (!isRow(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const own = MASKS[key] ?? MASKS[`${parent}.${key}`];
      return [key, own && typeof inner === 'string' ? own(inner) : maskedBelow(key, inner)];
    }),
  );
}

/** What JSON writes as an object, and not as it likes itself: no date. */
const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !('toJSON' in value);

// Not within a longer number or name: amounts, ids and paths such as node_modules/@scope stay.
const PHONE = /(?<![\w.-])1[3-9]\d{9}(?![\w.])/g;
const EMAIL = /[\w.+-]{1,64}@(?:[\w-]{1,63}\.)+[a-z]{2,}/gi;

/** Prose of programs, such as what a library says of an error, without numbers of telephones and addresses of mailboxes. */
export const maskedText: Mask = (text) => text.replace(EMAIL, maskEmail).replace(PHONE, maskPhone);
