import type { Instant } from '@fajiao/kernel';
import { cleanLine } from '../clean-text';
import type { Form } from '../form';

/** The library writes the time of the process here; a document carries the time of its act. */
export function coreProperties({ title, authority }: Form, at: Instant): string {
  const day = `${at.slice(0, 19)}Z`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(authority)}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${day}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${day}</dcterms:modified>` +
    '</cp:coreProperties>'
  );
}

const escaped = (text: string): string =>
  cleanLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
