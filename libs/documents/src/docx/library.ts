/** The library, loaded at the first document: a start does not wait for it. */
export const loadDocx = () => import('docx');

export type Docx = Awaited<ReturnType<typeof loadDocx>>;
export type Paragraph = InstanceType<Docx['Paragraph']>;
export type Table = InstanceType<Docx['Table']>;
export type TableCell = InstanceType<Docx['TableCell']>;
