import { DomainError } from '../../domain/domain-error.js';

export const damagedDocument = () =>
  new DomainError('document-unreadable', {
    zh: '文件已损坏，无法打开。请重新下载原文件，或用办公软件打开后另存再试。',
    en: 'The file is damaged and cannot be opened. Download it again, or open it in an office program, save it and try again.',
  });

export const encryptedDocument = () =>
  new DomainError('document-encrypted', {
    zh: '文件设有密码。请取消密码后重试。',
    en: 'The file is protected by a password. Remove the password and try again.',
  });
