import { readTemplate } from './template-reader.js';

/** Runs in a process of its own, which `TemplateService` starts. */
export default ({ bytes }: { readonly bytes: Uint8Array }) => readTemplate(bytes);
