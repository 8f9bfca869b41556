export type { Attachments, Block, Form, Grid, GridCell, Heading, Paragraph, Seal, Signatures, Table } from './form';
export { renderer, type Renderer } from './renderer';
export type { Rendering } from './rendering';
export { RendererInThread } from './worker/renderer-in-thread';
